// Attackers in a process of their own, so that what they spend on attacking delays none whose waiting is measured. Each
// message says how to flood; the answer is what was not refused as it should be.
import { attacks } from './attacks.js';
import { flood } from './flood.js';

interface Order {
  readonly url: string;
  readonly token: string;
  readonly perSecond: number;
  readonly forMs: number;
}

process.on('message', ({ url, token, perSecond, forMs }: Order) => {
  void flood({ url }, token, attacks, { perSecond, forMs }).then((unexpected) => process.send?.(unexpected));
});
process.send?.('ready');
