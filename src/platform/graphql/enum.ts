import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** A list of words as the object that GraphQL enums are registered with. */
export const enumOf = <const T extends string>(values: readonly T[]): { [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

/** Registers the words as an enum, each with its description. */
export function describedEnum<const T extends string>(
  name: string,
  description: string,
  descriptions: Readonly<Record<T, string>>,
): { [K in T]: K } {
  const words = enumOf(Object.keys(descriptions) as T[]);
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(descriptions).map(([word, meaning]) => [word, { description: meaning }]),
  );
  registerEnumType<Record<string, string>>(words, { name, description, valuesConfig });
  return words;
}
