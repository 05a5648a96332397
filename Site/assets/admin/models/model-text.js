// Texts about models.

import { ago } from '../../core/format.js';

/** What a model of each task does, and what its findings are called. */
/** @type {Record<string, { title: string, does: string, [member: string]: string }>} */
export const TASKS = {
  detection: { title: 'Objects', does: 'finds objects', finds: 'boxes' },
  classification: { title: 'Scenes', does: 'names the scene', finds: 'scenes' },
};

/** @param {string | null} task */
export const taskTitle = (task) => TASKS[task ?? '']?.title ?? 'Others';

const PLACES = {
  library: 'in the library',
  installation: 'included with Meridian',
  nowhere: 'no longer installed; its results are kept',
};

/** @param {Model} model */
export const placeOf = (model) => PLACES[model.where] ?? '';

/** @type {['mAP' | 'top1', string][]} */
const MEASURES = [['mAP', 'mAP'], ['top1', 'top-1']];

/**
 * {mAP: 22, set: 'COCO val2017'} → 'mAP 22 % on COCO val2017'.
 * @param {ModelRecord['published']} published
 */
export function accuracyOf(published) {
  if (!published || typeof published !== 'object') return '';
  const measured = MEASURES.filter(([key]) => Number.isFinite(published[key]))
    .map(([key, name]) => `${name} ${published[key]} %`).join(', ');
  return measured && published.set ? `${measured} on ${published.set}` : measured;
}

/**
 * What is known about the files of a model.
 * @param {Model} model
 */
export function verdictOf({ verdict, is_installed: isInstalled }) {
  if (!isInstalled) return '';
  if (!verdict) return 'not verified since the server started';
  return verdict.ok ? `verified ${ago(verdict.made_ms)}: intact` : verdict.sentence;
}

/** @type {Record<string, string>} */
const STAGES = { download: 'Downloading', check: 'Checking', place: 'Storing' };

/**
 * What a model task is doing.
 * @param {Install} task
 */
export function stageOf(task) {
  if (task.kind === 'verify') return 'Checking files and running the model once';
  return STAGES[task.stage ?? ''] ?? 'Starting';
}

/**
 * The title of a model task.
 * @param {Install} install
 */
export const modelTaskTitle = ({ kind, subject }) =>
  `${kind === 'verify' ? 'Verifying' : 'Installing'} ${subject}`;
