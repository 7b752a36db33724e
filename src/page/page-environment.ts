/** What Framework tells a rule about the page that is rendered, and what rules count on it. */
export interface PageEnvironment {
  path: string;
  figures?: number;
}
