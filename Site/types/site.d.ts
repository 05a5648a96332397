// What our own modules hand to each other.

/** How to narrow a chip: all of them, any of them, none of it. */
type Mode = "all" | "any" | "without";

/** Where a chip's term stands in the query. */
interface Picked {
  mode: Mode;
  index: number;
  operand?: number;
  clause: Clause;
}

type PickedMap = Map<string, Picked>;

/** A class or a concept in a query, with its settings. Shares are from 0 to 1. */
interface NameSettings {
  base: string;
  comparison: string | null;
  number: number | null;
  confidence: number | null;
  larger: number | null;
}

/** Days as `2014-06-12`; null for an open end. */
interface DateRange {
  from: string | null;
  to: string | null;
}

/** A day (or an order) and its number of photos. */
type Section = [string | null, number];

/** What the layout endpoint answers, as `readLayout` reads it. */
interface ResultLayout {
  count: number;
  sections: Section[];
  /** One byte for each photo's shape. */
  aspects: Uint8Array;
  [member: string]: any;
}

/** A place in the grid: the photo at its top, how far below, and the photo with the focus. */
interface Anchor {
  index: number;
  offset: number | null;
  focus?: number;
}

interface Size {
  width: number;
  height: number;
}

interface Spot {
  x: number;
  y: number;
}

/** A text and where its caret goes. */
type Take = (text: string, caret: number) => void;

/** Items of a result by their place. */
interface PhotoSource {
  items(offset: number, limit: number): Promise<Photo[]>;
}

/** What a tab of a label may know and do. */
interface LabelContext {
  id: number;
  canEdit: boolean;
  readonly label: Label;
  take(label: Label): void;
  reload(): Promise<void>;
  onLabel(run: (label: Label) => void): Act;
  goTo(name: string): void;
}

/** One thing to answer: a photo, or a box on it. */
interface MarkItem {
  key: string;
  photo: Photo;
  box: Box | null;
  answer: boolean | null;
  others?: (Box | null)[];
  photoPlace?: number;
  boxPlace?: number;
  boxCount?: number;
  isSkipped?: boolean;
  probability?: number;
  [member: string]: any;
}

/** An answer that is on its way. */
interface AnswerEntry {
  items: MarkItem[];
  before: (boolean | null)[];
  answer: boolean | null;
  hasFailed: boolean;
  isUndo?: boolean;
  [member: string]: any;
}

/** A query of the marking page. */
interface MarkState {
  q: string;
  isGrid: boolean;
  isMixed: boolean;
  withAnswered: boolean;
}

/** Two networks to compare. */
interface Pair {
  a: Model;
  b: Model;
}

/** The colours of the theme, as `colours()` reads them, and how wide a chart is. */
interface ChartLook {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  raised: string;
  accent: string;
  second: string;
  gap: string;
  warn: string;
  scale: [number, string][];
  font: string;
  width: number;
  [member: string]: any;
}

/** A row of a chart and of the table behind it. */
interface ChartRow {
  label: string;
  count: number;
  term?: string | null;
  [member: string]: any;
}

interface ChartFigure {
  data: Plotly.Trace[];
  layout: Plotly.Layout;
}

/** A chart: what it is called, where its rows come from, and how it looks. */
interface ChartDescription {
  id: string;
  title: string;
  [member: string]: any;
}

/** A column of the table page. */
interface TableColumn {
  name: string;
  title: string;
  sort?: string;
  kind?: string;
  cell(photo: TablePhoto): Child;
  [member: string]: any;
}

/** How the table's page is sorted and what it asks. */
interface TableState {
  q: string;
  order: string;
  sort?: string | null;
  direction?: string | null;
  [member: string]: any;
}

type UploadState = string;

/** A file on its way to the server. */
interface UploadItem {
  id: number;
  file: File | null;
  name: string;
  path: string;
  size: number;
  sent: number;
  state: UploadState;
  sha256: string | null;
  photo: number | null;
  twin?: UploadItem | null;
  reason: string;
  retryIn: number;
  trouble: string;
  [member: string]: any;
}

/** A file that was chosen, and where it lay. */
interface ChosenFile {
  file: File;
  path: string;
}

/** A key or a button of the viewer. Words that change are functions, asked again after each change. */
interface ViewerAction {
  id: string;
  keys: string[];
  label: string | (() => string);
  icon?: string | (() => string);
  text?: () => string;
  sheet?: string;
  edits?: boolean;
  run: (event: KeyboardEvent) => unknown;
  isOn?: () => boolean;
  isOff?: () => boolean;
  isMissing?: boolean | (() => boolean);
  [member: string]: any;
}

/** A change of a photo's marks. */
type PhotoChange = Partial<Photo>;

/** A set aside file's reasons and their numbers. */
interface Reason {
  reason: string;
  count: number;
}

/** A time zone, a name or another word of the catalogue with its own meaning: see where it is used. */
type Words = Record<string, string>;
