import { type Problem, problem, refusal, type Result, success } from '../../shared/problem.js';
import type { AttachmentLimits } from '../operators/index.js';
import { bareType } from './content-types.js';
import { safeFileName } from './file-name.js';

/** What a client announces of a file. */
export interface UploadInput {
  readonly fileName: string;
  readonly contentType: string;
  readonly byteSize: number;
}

/** The announcement as it is kept, or all that is wrong with it. */
export function checkUploadInput(
  input: UploadInput,
  { maxBytes, contentTypes }: AttachmentLimits,
): Result<UploadInput> {
  const fileName = safeFileName(input.fileName);
  const contentType = bareType(input.contentType);
  const problems: Problem[] = [];
  if (fileName === null) problems.push(problem('INVALID', 'It is no name of a file.', ['input', 'fileName']));
  if (!contentTypes.includes(contentType)) {
    const allowed = contentTypes.join(', ');
    problems.push(problem('INVALID', `Such files are not taken; ${allowed} are.`, ['input', 'contentType']));
  }
  if (!Number.isInteger(input.byteSize) || input.byteSize < 1 || input.byteSize > maxBytes) {
    problems.push(problem('INVALID', `1 to ${maxBytes} bytes.`, ['input', 'byteSize']));
  }
  if (fileName === null || problems.length > 0) return refusal(...problems);
  return success({ fileName, contentType, byteSize: input.byteSize });
}
