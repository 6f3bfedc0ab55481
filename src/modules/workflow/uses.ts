import type { BusinessCalendarUses } from '../business-calendars/index.js';
import type { FormUses } from '../forms/index.js';
import type { ProtocolTypeUses } from '../protocols/index.js';
import { catalogueIn } from './catalogue.js';
import { checkCondition, conditionNames, intakeNames } from './conditions.js';
import { definitionOf } from './definition.js';
import { knownForms } from './known.js';

export const protocolTypeUses: ProtocolTypeUses = {
  async usedBy(em, operatorId, protocolTypeId) {
    const { types } = await catalogueIn(em, operatorId);
    return types.filter((type) => type.active && type.protocolTypeId === protocolTypeId).map(({ key }) => key);
  },
};

export const businessCalendarUses: BusinessCalendarUses = {
  async usedBy(em, operatorId, businessCalendarId) {
    const { types } = await catalogueIn(em, operatorId);
    return types.filter((type) => type.active && type.businessCalendarId === businessCalendarId).map(({ key }) => key);
  },
};

export const formUses: FormUses = {
  async usedBy(em, operatorId, formId) {
    const { types } = await catalogueIn(em, operatorId);
    return types.flatMap((type) => [
      ...(type.active && type.intakeFormId === formId ? [`intake of ${type.key}`] : []),
      ...type.tabs.filter((tab) => tab.active && tab.formId === formId).map((tab) => `tab ${type.key}/${tab.key}`),
    ]);
  },

  async brokenBy(em, operatorId, formId, fields) {
    const catalogue = await catalogueIn(em, operatorId);
    const now = knownForms(catalogue);
    const then = new Map(now).set(formId, { active: true, fields });
    return catalogue.types.flatMap((type) => {
      const definition = definitionOf(type);
      const [known, left] = [conditionNames(definition, now), conditionNames(definition, then)];
      const holds = (condition: unknown, names: ReadonlySet<string>) =>
        condition === null || checkCondition(condition, names, []).length === 0;
      const breaks = (condition: unknown) => holds(condition, known) && !holds(condition, left);
      const [filledIn, stillFilledIn] = [intakeNames(definition, now), intakeNames(definition, then)];
      return [
        ...type.actions
          .filter(({ condition }) => breaks(condition))
          .map((action) => `action ${type.key}/${action.key}`),
        ...type.regulatoryRules.flatMap(({ condition }, i) =>
          holds(condition, filledIn) && !holds(condition, stillFilledIn) ? [`regulatory rule ${type.key}/${i}`] : [],
        ),
      ];
    });
  },
};
