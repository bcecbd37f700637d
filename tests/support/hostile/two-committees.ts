import { committeeLaptop, coordinationLaptop, enrol } from '../laptop';
import { Forger, holderOf } from './forger';
import { Target } from './target';

/** A coordination at which files are thrown, and two enrolled committees in whose names they are made. */
export interface TwoCommittees {
  readonly target: Target;
  readonly senegal: Forger;
  readonly tunisia: Forger;
  throwAway(): void;
}

/** The coordination's laptop stays open; those of the committees only gave their keys. */
export async function twoCommittees(): Promise<TwoCommittees> {
  const coordination = await coordinationLaptop();
  const { recipient } = holderOf('FORIM', coordination).reading;
  const enrolled = async (code: string) => {
    const laptop = await committeeLaptop(code);
    await enrol(coordination, laptop, code);
    laptop.core.close();
    return { laptop, forger: new Forger(holderOf(code, laptop), recipient, 3) };
  };
  const [senegal, tunisia] = [await enrolled('SN'), await enrolled('TN')];
  const target = new Target(coordination);
  return {
    target,
    senegal: senegal.forger,
    tunisia: tunisia.forger,
    throwAway() {
      for (const { laptop } of [senegal, tunisia]) laptop.throwAway();
      target.throwAway();
    },
  };
}
