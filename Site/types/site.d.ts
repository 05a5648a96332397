// Types that several modules share.

/** How to narrow a chip: all of them, any of them, none of it. */
type Mode = 'all' | 'any' | 'without';

/** The place of a chip's term in the query. */
interface Picked {
  mode: Mode;
  index: number;
  operand?: number;
  clause: QueryClause;
}

type PickedMap = Map<string, Picked>;

/** A class or a concept in a query with its settings. Shares are from 0 to 1. */
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

/** The answer of the layout route, parsed by `readLayout`. */
interface ResultLayout {
  count: number;
  sections: Section[];
  /** One byte for each photo's shape. */
  aspects: Uint8Array;
}

/** A position in the grid: the photo at the top, its offset, and the photo with the focus. */
interface Anchor {
  index: number;
  offset: number | null;
  focus?: number;
}

interface Size {
  width: number;
  height: number;
}

interface Point2D {
  x: number;
  y: number;
}

/** Replaces the text of an input and sets its caret. */
type ReplaceText = (text: string, caret: number) => void;

/** Items of a result by their place. */
interface PhotoSource {
  items(offset: number, limit: number): Promise<GridPhoto[]>;
}

/** What a tab of a label can use. */
interface LabelContext {
  id: number;
  canEdit: boolean;
  readonly label: Label;
  take(label: Label): void;
  reload(): Promise<void>;
  onLabel(run: (label: Label) => void): Callback;
  goTo(name: string): void;
}

/** One item to answer: a photo, or a box on it. */
interface MarkItem {
  key: string;
  photo: GridPhoto;
  box: Box | null;
  answer: boolean | null;
  others?: (Box | null)[];
  photoPlace?: number;
  boxPlace?: number;
  boxCount?: number;
  isSkipped?: boolean;
  probability?: number;
}

/** An answer that is being sent. */
interface AnswerEntry {
  items: MarkItem[];
  before: (boolean | null)[];
  /** The answer; not for an undo, which may restore several. */
  answer?: boolean | null;
  hasFailed: boolean;
  isUndo?: boolean;
  /** The answers of the items when it was sent. */
  now: (boolean | null)[];
}

/** A query of the marking page. */
interface MarkState {
  q: string;
  isGrid: boolean;
  isMixed: boolean;
  withAnswered: boolean;
}

/** Two models to compare. */
interface Pair {
  a: Model;
  b: Model;
}

/** The colours of the theme, as `colours()` reads them, and how wide a chart is. */
interface ChartTheme {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  raised: string;
  accent: string;
  second: string;
  gap: string;
  warn: string;
  /** From nothing (0) to most (1). */
  scale: (string | number)[][];
  font: string;
  /** Pixels. */
  width: number;
  compact: boolean;
  touch: boolean;
}

/** A row of a chart and of the table behind it. */
interface ChartRow {
  label: string;
  count: number;
  /** The term that a click adds to the query; null if there is none. */
  term?: string | null;
}

/** The photos of a day, `2014-06-12`. */
interface DayRow extends ChartRow {
  day: string;
}

/** The findings from one confidence to another; `counts` where searches count them. */
interface BinRow extends ChartRow {
  from: number;
  to: number;
  counts: boolean;
}

/** The photos of an hour of a day of the week. */
interface HourRow extends ChartRow {
  weekday: string;
  hour: number;
}

/** The photos with a name, and their boxes where those are counted. */
interface NameRow extends ChartRow {
  boxes?: number;
}

interface ChartFigure {
  data: Plotly.Trace[];
  layout: Plotly.Layout;
}

/**
 * A chart: its title, where its rows come from, and how it looks. `Shown` is the part that its controls
 * choose.
 */
interface ChartDescription<Row extends ChartRow = ChartRow, Shown = undefined> {
  id: string;
  title: string;
  size?: string;
  /** The sentence where there is nothing to show. */
  empty: string;
  rows(statistics: Statistics): Row[];
  caption?(rows: Row[], statistics: Statistics): string;
  columns: { title: string; value(row: Row): string }[];
  /** Other rows for the table. */
  tableRows?(rows: Row[]): Row[];
  controls?(chart: ChartOfControls<Row>): ChartControls<Row, Shown>;
  /** Below it, in pixels, the plot scrolls sideways. */
  minimumWidth?: number;
  /** Where such a plot starts, as a share of its width. */
  startAt?(rows: Row[], shown: Shown): number;
  /** Pixels. */
  height(rows: Row[], isCompact: boolean, shown: Shown): number;
  figure(rows: Row[], theme: ChartTheme, statistics: Statistics, shown: Shown): ChartFigure;
}

/** A chart of whatever rows, in a list of charts. */
type AnyChart = ChartDescription<ChartRow, unknown>;

/** What a chart's controls may ask of it. */
interface ChartOfControls<Row> {
  rows(): Row[];
  statistics(): Statistics | null;
  redraw: Callback;
}

/** Controls between a chart's title and its plot. */
interface ChartControls<Row, Shown> {
  node: HTMLElement;
  show(rows: Row[]): void;
  /** The part that is shown. */
  shown(): Shown;
  dragged?(change: Plotly.Events['plotly_relayout']): void;
}

/** The days that a chart shows and all there are, each with the day after the last. */
interface DaySpan {
  range: [string, string];
  all: [string, string];
}

/** A column of the table page. */
interface TableColumn {
  key: string;
  title: string;
  /** Pixels. */
  width: number;
  /** The server's name for sorting by it; false where it cannot. */
  sort?: string | false;
  isNumber?: boolean;
  cell(photo: TablePhoto): Child;
}

/** How the table is sorted from now on; null for the result's own order. */
interface SortChange {
  sort: string | null;
  direction: string | null;
}

/** How the table's page is sorted and what it asks. */
interface TableState {
  q: string;
  order: string;
  sort?: string | null;
  direction?: string | null;
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
  problem: string;
  /** Cancels the upload. */
  abort?: AbortController;
}

/** A file that was chosen, and its path. */
interface ChosenFile {
  file: File;
  path: string;
}

/** A key or a button of the viewer. Texts that change are functions, called after each change. */
interface ViewerAction {
  id: string;
  keys: string[];
  label: string | (() => string);
  icon?: string | (() => string);
  text?: () => string;
  sheet?: string;
  edits?: boolean;
  /** The key that was pressed, or the click on its button: only actions without a button use the key. */
  run(event: KeyboardEvent | MouseEvent): unknown;
  isOn?: () => boolean;
  isOff?: () => boolean;
  isMissing?: boolean | (() => boolean);
}

/** What the labels of a photo can ask the viewer to do. */
interface LabelActions {
  point(index: number | null): void;
  mark(label: LabelScore, answer: boolean): Promise<boolean>;
}

/** A change of a photo's marks. */
type PhotoChange = Partial<GridPhoto>;

/** A field of a form, as `field` returns it. */
interface Field {
  node: HTMLElement;
  /** A select if the field has options; both have what forms need. */
  input: HTMLInputElement;
  /** Shows an error; an empty text removes it. */
  say(text: string): void;
}

/** A column of `dataTable`: `number`, or `actions`, whose title is only for screen readers. */
interface DataColumn {
  title: string;
  kind?: 'number' | 'actions' | string;
}

/** What a model's card can ask for. */
interface ModelActions {
  reload: Callback;
  verify(id: string): unknown;
}

/** A chart of names and their counts. */
interface Ranking {
  id: string;
  title: string;
  size?: string;
  empty: string;
  /** The title of the first column. */
  first: string;
  list(statistics: Statistics): StatisticsRow[];
  boxes?: boolean;
  caption?(rows: NameRow[], statistics: Statistics): string;
}

type ExampleTile = import('../assets/labels/examples/tile.js').Tile;
type Viewer = import('../assets/viewer/viewer.js').Viewer;

/** Where the viewer starts, and its callbacks. */
interface ViewerOptions {
  id: number;
  index?: number | null;
  total: number;
  query?: string;
  order?: string;
  source: PhotoSource;
  onClose?(last: { id: number; index: number | null }): void;
  onChange?(photo: GridPhoto): void;
}

/** An item of a menu: a button, or a node of its own. */
type MenuItem = Node | {
  label: string;
  run: () => unknown;
  hint?: string;
  danger?: boolean;
  /** For a choice among several items. */
  checked?: boolean;
};

type MakeItems = (menu: { close: Callback }) => MenuItem[] | Promise<MenuItem[]>;

/** The sizes of the grid, in CSS pixels. */
interface Measures {
  width: number;
  rowHeight: number;
  gap: number;
  /** The height of a day's heading. */
  heading: number;
  sectionGap: number;
  /** Between days in one row. */
  dayGap: number;
  /** The minimum width of a day in a row, so that its heading is readable. */
  leastDay: number;
}

/** The places of rows and sections, one entry for each. */
interface RowArrays {
  rows: number;
  height: number;
  rowStart: Uint32Array;
  rowTop: Float64Array;
  rowSize: Uint16Array;
  sectionStart: Uint32Array;
  sectionTop: Float64Array;
  sectionLeft: Uint16Array;
  sectionWidth: Uint16Array;
}

/** Called with each photo of a row and its place. */
type PlaceTile = (photo: number, left: number, width: number) => unknown;

/** A year or a month along the scrubber; `at` is from 0 to 1. */
interface ScrubberMark {
  key: string;
  at: number;
  isYear: boolean;
}

/** How the address changes: a new history entry, the current one, or not at all. */
type HistoryStep = 'push' | 'replace' | null;

type View = 'grid' | 'both' | 'map';

/** What the marking page shows if nothing is left. */
interface EmptyMarking {
  label: Label;
  counts: { yes: number; no: number };
  source: import('../assets/labels/mark/source.js').Source;
  skipped?: number;
  act: {
    ownQuery: string;
    keepSearching: Callback;
    again: Callback;
    search(q: string): void;
    showAnswered: Callback;
    train: Callback;
  };
}

/** A block that is being loaded. */
interface PendingBlock<Item> extends AbortController {
  /** Something waits for it, so it is not cancelled. */
  isPinned: boolean;
  promise: Promise<Item[]>;
}

/** The totals of all uploads of a page: bytes and files. */
interface Totals {
  bytes: number;
  sent: number;
  ended: number;
  files: number;
  active: boolean;
  rate: number;
}

/** A file to send. */
interface FileToSend {
  file: File;
  sha256: string;
  name: string;
}

/** What a picture of the comparison shows. */
interface TileOptions {
  /** Null for scenes that differ. */
  class: string | null;
  side: string;
  pair: Pair;
  task: 'detection' | 'classification';
  showsAll: boolean;
}

/** What the keys of the grid do with the photo at an index. */
interface GridActions {
  canEdit: boolean;
  open(index: number): unknown;
  favourite(index: number): unknown;
  rate(index: number, stars: number): unknown;
  select(index: number): unknown;
  selectRange(from: number, to: number): unknown;
  /** Larger or smaller photos, by so many steps. */
  zoom(by: number): unknown;
  isShown(): boolean;
}

/** What a click on the photo at an index does. */
interface PointerActions {
  canEdit: boolean;
  openAt(index: number): unknown;
  toggle(index: number): unknown;
  rangeTo(index: number): unknown;
  isSelecting(): boolean;
}

interface PhotosParts {
  element: HTMLElement;
  spacer: HTMLElement;
  canSelect: boolean;
  isSelected(id: number): boolean;
  onMove: Callback;
  onLayout: Callback;
  onRest: Callback;
  onError(error: unknown): void;
}

interface GridOptions extends PhotosParts {
  blocks: import('../assets/shared/blocks.js').Blocks<GridPhoto>;
  hrefOf(photo: { id: number }): string;
}

interface SelectionOptions {
  bar: HTMLElement;
  items(offset: number, limit: number): Promise<GridPhoto[]>;
  photoAt(index: number): GridPhoto | undefined;
  onChange: Callback;
  onMarked(ids: Set<number>, change: PhotoChange): void;
}

/** The texts of the marking view: the place of an item, more about it, and what is shown at the end. */
interface MarkingTexts {
  where(item: MarkItem): string;
  detail?(item: MarkItem): Child;
  end(): HTMLElement;
  /** Called after each answer with the answers before and now. */
  answered?(before: boolean | null, value: boolean | null): void;
  withAnswered?: boolean;
}

/** An axis; without low and high it fits the points. */
interface Axis {
  title: string;
  low?: number;
  high?: number;
  isWhole?: boolean;
  text(value: number): string;
}

/** A line of a chart; kinds differ in dashes and marks. */
interface Line {
  name: string;
  kind: 'a' | 'b' | 'c';
  points: number[][];
  isFaint?: boolean;
  isLegendless?: boolean;
}

/** What a chart of lines shows; `table` is what the rows of its table are made of. */
interface LineData<Table> {
  /** The chart in a sentence. */
  summary: string;
  series: Line[];
  marks?: { kind: 'a' | 'b' | 'c'; point: number[] }[];
  table: Table;
}

interface LineTable<Table> {
  columns: string[];
  /** Lists of texts, the first of which names the row. */
  rows(table: Table): string[][];
}

interface LineChartOptions<Table> {
  title: string;
  x: Axis;
  y: Axis;
  table: LineTable<Table>;
  /** Pixels. */
  height?: number;
  onPick?: ((point: number[]) => void) | null;
}

interface BlocksOptions<Item> {
  total: number;
  fetch(offset: number, limit: number, signal: AbortSignal): Promise<Item[]>;
  onLoad(first: number, end: number): unknown;
  onError?: ((error: unknown) => void) | null;
}

/** How a query is asked; see the store of Explore. */
interface AskOptions {
  order?: string;
  history?: HistoryStep;
  /** The scroll position must not change. */
  soft?: boolean;
  /** Restores the scroll position of the history entry. */
  restore?: boolean;
  /** Who asked; the map does not move for its own circle. */
  origin?: string | null;
  /** The text may be incomplete. */
  isTyped?: boolean;
}

/** A part of a training: the curve of one learner on one of its folds, or on all examples. */
interface TrainingPart {
  learner: Learner;
  /** Which part, counted from 0, of how many; the last one learns from all examples. */
  part: number;
  parts: number;
  curve: Epoch[];
}

/** The result of hashing. */
interface Hashed {
  sha256?: string;
  video?: boolean;
  error?: string;
}

interface FieldOptions {
  hint?: string | null;
  /** With options, the field is a select. */
  options?: { value: string; label: string }[] | null;
  value?: string | number | null;
  /** Everything else is an attribute of the input. */
  [attribute: string]: unknown;
}

/** How results of one task are compared. */
interface ComparedTask {
  task: string;
  title: string;
  things(result: ModelResults): { name: string; counts: boolean; confidence: number }[];
}
