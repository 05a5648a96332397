// The curves of a training that goes on: the server tells those of the present part only, so that the parts
// before are kept here.

export class TrainingProgress {
  /** Parts in the order in which they were learnt: { learner, part, parts, curve }. */
  /** @type {TrainingPart[]} */
  parts = [];

  /**
   * Takes what an event tells; whether there is a new point.
   * @param {LabelProgress | null} teaching
   */
  take(teaching) {
    if (!teaching?.learner || teaching.curve.length === 0) return false;
    const { learner, part, parts, curve } = teaching;
    if (part === null || parts === null) return false;
    const last = this.parts.at(-1);
    if (last && last.learner === learner && last.part === part) {
      if (curve.length <= last.curve.length) return false;
      last.curve = curve;
    } else this.parts.push({ learner, part, parts, curve });
    return true;
  }

  get current() {
    return this.parts.at(-1) ?? null;
  }
}

/**
 * "fold 2 of 5", and at last "all examples".
 * @param {{ part: number, parts: number }} teaching
 */
export const partName = ({ part, parts }) =>
  part + 1 === parts ? 'all examples' : `fold ${part + 1} of ${parts - 1}`;
