/** What the regulator takes for no answer (RN 623/2024): counts for every operator, whatever its own list says. */
const never = ['em análise', 'em processamento', 'em auditoria'] as const;

/** What an operator's list holds until it has one of its own. */
export const usualGenericTerms: readonly string[] = [
  ...never,
  'em andamento',
  'em avaliação',
  'em apuração',
  'em verificação',
  'em tratamento',
  'em triagem',
  'em estudo',
  'sob análise',
  'analisando',
  'avaliando',
  'verificando',
  'processando',
  'aguardando',
  'aguarde',
  'pendente',
];

export const genericTermLimits = { terms: 50, length: 100 } as const;

/** The terms that count for an operator with a list of its own, or none. */
export const genericTermsOf = (own: readonly string[] | null | undefined): readonly string[] =>
  own ? [...new Set([...never, ...own])] : usualGenericTerms;

/** A text by its words: without case, accents, punctuation and invisible characters. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Words around a term that conclude nothing either, as `wordsOf` leaves them: courtesy, what was asked for, who looks at it. */
const empty: ReadonlySet<string> = new Set(
  [
    'a o as os um uma de da do das dos e em no na nos nas por pela pelo pelas pelos para com que ja ainda agora se',
    'seu sua seus suas nosso nossa nossos nossas este esta isto esse essa estamos estao esta encontra encontram',
    'continua continuam segue seguem permanece permanecem foi foram recebido recebida recebemos registrado registrada',
    'ola prezado prezada cliente senhor senhora beneficiario beneficiaria informamos favor gentileza momento breve',
    'solicitacao solicitacoes pedido pedidos requerimento demanda protocolo ocorrencia caso processo chamado atendimento',
    'reembolso autorizacao procedimento reclamacao manifestacao recurso reanalise documento documentos documentacao',
    'status situacao resposta retorno equipe area setor operadora ouvidoria auditoria auditor medica medico tecnica',
    'tecnico administrativa administrativo interna interno analise',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a text answers nothing: it is made of generic terms, with nothing around them but words that say nothing
 * ("Sua solicitação está em análise pela auditoria."), or it has no word at all. One word more that says something, such
 * as "negada", is taken for an answer: whether it is a good one is not for a list of words to say.
 */
export function concludesNothing(text: string, terms: readonly string[]): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return true;
  const known = terms.map(wordsOf).filter((term) => term.length > 0);
  if (known.some((term) => term.join('') === words.join(''))) return true;
  const longestFirst = known.toSorted((one, other) => other.length - one.length);
  let generic = false;
  for (let at = 0; at < words.length; ) {
    const term = longestFirst.find((candidate) => candidate.every((word, i) => words[at + i] === word));
    if (!term && !isEmpty(words[at]!)) return false;
    generic ||= term !== undefined;
    at += term?.length ?? 1;
  }
  return generic;
}

const isEmpty = (word: string): boolean => empty.has(word) || /^\p{N}+$/u.test(word);
