import { type DestinationStream, pino, type Logger } from 'pino';
import { serializeError } from './serialize-error.js';

/** JSON, a line an entry. Names, numbers and secrets of people never get this far: entries carry ids. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'ocorrencias' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: serializeError },
    redact: {
      paths: [
        'req.headers.authorization',
        'headers.authorization',
        'authorization',
        'token',
        '*.authorization',
        '*.password',
        '*.secret',
        'err.parameters',
        'err.detail',
        'err.where',
        'err.query',
      ],
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
