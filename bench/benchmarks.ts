import { listThroughput } from './list-throughput/list-throughput.js';
import { mutationThroughput } from './mutation-throughput/mutation-throughput.js';

export const benchmarks = [listThroughput, mutationThroughput];
