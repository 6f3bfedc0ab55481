import { listThroughput } from './list-throughput/list-throughput.js';
import { manyActions } from './many-actions/many-actions.js';
import { mutationThroughput } from './mutation-throughput/mutation-throughput.js';

export const benchmarks = [listThroughput, manyActions, mutationThroughput];
