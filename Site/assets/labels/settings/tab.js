// The settings of a label: name, threshold, active version, deletion.

import { el } from '../../core/dom.js';
import { deletion } from './deletion.js';
import { nameForm } from './name-form.js';
import { thresholdForm } from './threshold-form.js';
import { Versions } from './versions.js';

/**
 * @param {HTMLElement} panel
 * @param {LabelContext} context
 */
export function show(panel, context) {
  const versions = new Versions(context);
  const threshold = context.canEdit ? thresholdForm(context) : null;
  panel.append(
    el(
      'div',
      { class: 'labels-settings' },
      context.canEdit ? nameForm(context) : null,
      threshold?.node,
      versions.node,
      context.canEdit ? deletion(context) : null,
    ),
  );
  versions.load();
  const follow = () => {
    threshold?.update();
    versions.follow();
  };
  return context.onLabel(follow);
}
