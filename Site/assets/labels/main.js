// The Labels pages: all labels at /labels, one of them at /labels/{id}.

import { $ } from '../core/dom.js';

const root = $('#labels');
const id = Number(location.pathname.match(/^\/labels\/(\d+)$/)?.[1]);

if (id) import('./label.js').then(({ showLabel }) => showLabel(root, id));
else import('./list/list.js').then(({ showList }) => showList(root));
