/** What Framework 1.13.4 gives to a live cell without asking for a package. */
const own = "display view visibility invalidation now width dark resize FileAttachment Generators Mutable observable";

/** What it gives by loading a package. */
const loaded = `_ aq Arrow d3 dot duckdb DuckDBClient echarts htl html svg Inputs L mapboxgl mermaid Plot React ReactDOM sql
  SQLite SQLiteDatabaseClient tex topojson vg vl aapl alphabet cars citywages diamonds flare industries miserables
  olympians penguins pizza weather`;

/**
 * What every browser has besides the language's own and what it shares with Node. Left out are words such as `name` and
 * `status`, which are always the page's own variable forgotten: `window.name` says what is meant.
 */
const ofBrowsers = `addEventListener alert cancelIdleCallback caches confirm cookieStore customElements
  devicePixelRatio dispatchEvent document getComputedStyle getSelection history indexedDB
  innerHeight innerWidth isSecureContext localStorage location locationbar matchMedia navigator opener
  outerHeight outerWidth pageXOffset pageYOffset postMessage prompt removeEventListener reportError
  requestAnimationFrame requestIdleCallback screen screenX screenY scrollBy scrollTo scrollX scrollY self
  sessionStorage speechSynthesis visualViewport window CSS DOMException DOMMatrix DOMParser DOMPoint
  DOMRect DOMTokenList DocumentFragment Document Element Node NodeFilter NodeList Attr Comment Text Range Selection
  ShadowRoot StaticRange Storage StyleSheet TimeRanges Touch TouchEvent TreeWalker UIEvent UserActivation ValidityState
  WebAssembly WheelEvent Window Worker XMLHttpRequest XMLSerializer XPathResult`;

/** Whole families of browser interfaces. */
const families =
  /^(?:HTML|SVG|CSS|WebGL|GPU|Audio|Media|RTC|IDB|Animation|Intersection|Mutation|Resize|Performance|Pointer|Keyboard|Mouse|Input|Drag|Focus|Clipboard|Composition|Custom|Error|Hash|Image|Key|Message|Offscreen|Page|Path2D|Pop|Progress|Promise|Request|Service|Shared|Speech|Storage|Submit|Transition|Video|View|Form|File|Font|Data|Event|Canvas|Gamepad|Geolocation|Notification|Permission|Screen|Scroll|History|Location|Navigat)[A-Z]\w*$/;

/** What Node has among its globals and browsers have not. */
const ofNode = new Set("process global Buffer require module exports setImmediate clearImmediate".split(" "));

const given = new Set(`${own} ${loaded} ${ofBrowsers}`.split(/\s+/));

/** Whether a name means something in a cell though no cell defines it. */
export const isGiven = (name: string): boolean =>
  given.has(name) || families.test(name) || (name in globalThis && !ofNode.has(name));
