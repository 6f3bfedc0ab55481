import {
  aboveZero,
  beneficiary,
  boolean,
  cnpj,
  cpf,
  date,
  file,
  form,
  longText,
  money,
  onlyWhen,
  protocol,
  required,
  requiredWhen,
  scans,
  select,
  text,
} from '../form-builder.js';

export const reimbursementRequest = form('reembolso-dados', 'Dados do reembolso', {
  beneficiarioAtendido: required(beneficiary('Quem foi atendido?', { 'x-sensitive': 'PERSONAL' })),
  tipoReembolso: required(
    select('Tipo de reembolso', {
      CONSULTA: 'Consulta',
      EXAME: 'Exame',
      TERAPIA: 'Terapia',
      INTERNACAO: 'Internação',
      URGENCIA: 'Urgência ou emergência',
      MEDICAMENTO: 'Medicamento',
    }),
  ),
  motivoForaDaRede: required(
    select('Por que o atendimento foi fora da rede?', {
      LIVRE_ESCOLHA: 'Livre escolha prevista no contrato',
      SEM_REDE: 'Não havia prestador disponível',
      URGENCIA: 'Urgência ou emergência',
    }),
  ),
  protocoloGarantia: requiredWhen(
    'motivoForaDaRede',
    ['SEM_REDE'],
    protocol('Protocolo em que pediu atendimento na rede', { description: '20 dígitos, sem pontos' }),
  ),
  possuiPedidoMedico: required(boolean('Há pedido médico?')),
  pedidoMedico: requiredWhen(
    'possuiPedidoMedico',
    [true],
    file('Pedido médico', { 'x-sensitive': 'HEALTH', ...scans }),
  ),
  declaracao: required(boolean('Declaro que as informações são verdadeiras', { const: true })),
});

export const expense = form('reembolso-despesa', 'Despesa', {
  tipoDocumento: required(select('Documento fiscal', { NF: 'Nota fiscal', RECIBO: 'Recibo', CUPOM: 'Cupom fiscal' })),
  numeroDocumento: required(text('Número do documento', { maxLength: 30 })),
  dataAtendimento: required(date('Data do atendimento', { 'x-latest': 'today', 'x-sensitive': 'HEALTH' })),
  prestadorTipo: required(select('Prestador é', { PF: 'Pessoa física', PJ: 'Pessoa jurídica' })),
  prestadorCpf: onlyWhen('prestadorTipo', ['PF'], cpf('CPF do prestador')),
  prestadorCnpj: onlyWhen('prestadorTipo', ['PJ'], cnpj('CNPJ do prestador')),
  prestadorNome: required(text('Nome do prestador', { maxLength: 120 })),
  conselho: text('Registro no conselho (ex.: CRM-ES 12345)', { maxLength: 30 }),
  valor: required(money('Valor pago', aboveZero)),
  comprovante: required(file('Comprovante', { 'x-sensitive': 'HEALTH', ...scans })),
});

export const bankAccount = form('dados-bancarios', 'Dados para pagamento', {
  forma: required(select('Como quer receber?', { PIX: 'Pix', CONTA: 'Conta bancária' })),
  chavePix: onlyWhen('forma', ['PIX'], text('Chave Pix', { 'x-sensitive': 'FINANCIAL' })),
  banco: onlyWhen('forma', ['CONTA'], text('Banco', { 'x-sensitive': 'FINANCIAL' })),
  agencia: onlyWhen(
    'forma',
    ['CONTA'],
    text('Agência', { pattern: '^[0-9]{1,5}(-[0-9xX])?$', 'x-sensitive': 'FINANCIAL' }),
  ),
  conta: onlyWhen(
    'forma',
    ['CONTA'],
    text('Conta com dígito', { pattern: '^[0-9]{1,12}-[0-9xX]$', 'x-sensitive': 'FINANCIAL' }),
  ),
  titularCpf: required(cpf('CPF do titular da conta', { 'x-sensitive': 'FINANCIAL' })),
});

export const reimbursementAnalysis = form('reembolso-analise', 'Análise do reembolso', {
  coberturaContratual: required(boolean('Há cobertura contratual?')),
  valorApresentado: required(money('Valor apresentado')),
  valorAprovado: required(money('Valor aprovado')),
  memoriaCalculo: required(
    longText('Memória de cálculo', {
      maxLength: 4000,
      description: 'Múltiplo, tabela e fórmula usados. Vai para a carta ao beneficiário.',
    }),
  ),
  motivoGlosa: select('Motivo da glosa', {
    LIMITE: 'Limite contratual atingido',
    DOC: 'Documento inválido',
    PRAZO: 'Fora do prazo contratual',
    COBERTURA: 'Sem cobertura',
  }),
});

export const payment = form('pagamento', 'Pagamento', {
  dataPrevista: required(date('Data prevista')),
  dataPagamento: date('Data do pagamento'),
  valorPago: money('Valor pago'),
  comprovantePagamento: file('Comprovante', { 'x-sensitive': 'FINANCIAL' }),
});
