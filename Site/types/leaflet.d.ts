// The parts of Leaflet 1.9 that the maps use; a classic script that defines the global `L`.

declare namespace L {
  interface Point {
    x: number;
    y: number;
    distanceTo(other: Point): number;
  }

  type LatLngTuple = [number, number] | number[];
  type LatLngLike = LatLng | LatLngTuple;

  interface LatLng {
    lat: number;
    lng: number;
    distanceTo(other: LatLngLike): number;
  }

  interface LatLngBounds {
    getWest(): number;
    getEast(): number;
    getSouth(): number;
    getNorth(): number;
    getCenter(): LatLng;
    pad(share: number): LatLngBounds;
    extend(corner: LatLngLike): LatLngBounds;
    contains(other: LatLngBounds | LatLngLike): boolean;
  }

  /** An event of the map; keyboard events have no position. */
  interface LeafletEvent<Original = MouseEvent> {
    latlng: LatLng;
    originalEvent: Original;
  }

  type Listener<Names extends string> = (
    event: LeafletEvent<Names extends `key${string}` ? KeyboardEvent : MouseEvent>,
  ) => void;

  interface Evented {
    on<Names extends string>(names: Names, listener: Listener<Names>): this;
    off<Names extends string>(names: Names, listener?: Listener<Names>): this;
    once<Names extends string>(names: Names, listener: Listener<Names>): this;
  }

  interface Layer extends Evented {
    addTo(map: Map | LayerGroup): this;
    remove(): this;
    options: { maxNativeZoom?: number };
    getElement(): HTMLElement | undefined;
  }

  interface LayerGroup extends Layer {
    addLayer(layer: Layer): this;
    removeLayer(layer: Layer): this;
    clearLayers(): this;
  }

  interface Marker extends Layer {
    getLatLng(): LatLng;
    setLatLng(place: LatLngLike): this;
    setIcon(icon: Icon): this;
    /** Only once it is on a map. */
    dragging?: Handler;
  }

  interface Path extends Layer {
    setStyle(style: Record<string, unknown>): this;
    redraw(): this;
  }

  interface Polyline extends Path {
    setLatLngs(corners: LatLngLike[] | LatLngLike[][] | LatLngLike[][][]): this;
    getBounds(): LatLngBounds;
  }

  interface CircleMarker extends Path {
    setLatLng(place: LatLngLike): this;
    setRadius(pixels: number): this;
  }

  interface Icon {
    options: Options;
  }

  interface Handler {
    enable(): void;
    disable(): void;
  }

  interface Map extends Evented {
    attributionControl: { setPrefix(text: string | false): void };
    dragging: Handler;
    doubleClickZoom: Handler;
    boxZoom: Handler;
    keyboard: Handler;
    scrollWheelZoom: Handler;
    addLayer(layer: Layer): this;
    removeLayer(layer: Layer): this;
    fitBounds(bounds: LatLngBounds | LatLngLike[], options?: Record<string, unknown>): this;
    setView(centre: LatLngLike, zoom?: number, options?: Record<string, unknown>): this;
    panTo(centre: LatLngLike, options?: Record<string, unknown>): this;
    panBy(offset: [number, number], options?: Record<string, unknown>): this;
    getBounds(): LatLngBounds;
    getBoundsZoom(bounds: LatLngBounds): number;
    getCenter(): LatLng;
    getContainer(): HTMLElement;
    getZoom(): number;
    hasLayer(layer: Layer): boolean;
    invalidateSize(options?: Record<string, unknown>): this;
    /** Metres. */
    distance(one: LatLngLike, other: LatLngLike): number;
    mouseEventToLatLng(event: MouseEvent): LatLng;
    latLngToContainerPoint(place: LatLngLike): Point;
    containerPointToLatLng(point: Point | [number, number]): LatLng;
    stop(): this;
    remove(): this;
  }

  type Options = Record<string, unknown>;

  function map(host: HTMLElement, options?: Options): Map;
  function tileLayer(address: string, options?: Options): Layer;
  function layerGroup(layers?: Layer[]): LayerGroup;
  function marker(place: LatLngLike, options?: Options): Marker;
  function divIcon(options: Options): Icon;
  function circleMarker(place: LatLngLike, options?: Options): CircleMarker;
  function polyline(
    corners: LatLngLike[] | LatLngLike[][] | LatLngLike[][][],
    options?: Options,
  ): Polyline;
  function polygon(
    corners: LatLngLike[] | LatLngLike[][] | LatLngLike[][][],
    options?: Options,
  ): Polyline;
  function latLng(latitude: number, longitude: number): LatLng;
  function latLngBounds(corners: LatLngLike[]): LatLngBounds;
  function latLngBounds(southWest: LatLngLike, northEast: LatLngLike): LatLngBounds;

  namespace control {
    function zoom(options?: Options): { addTo(map: Map): unknown };
    function scale(options?: Options): { addTo(map: Map): unknown };
  }

  namespace DomEvent {
    function stop(event: unknown): void;
    function stopPropagation(event: unknown): void;
    function preventDefault(event: unknown): void;
    function disableClickPropagation(node: HTMLElement): void;
  }
}

/** Leaflet's namespace, once its script is loaded. */
type Leaflet = typeof L;
