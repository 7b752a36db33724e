// Framework publishes no types. What of its modules is used here, as of the version that framework.test.ts names.
declare module "@observablehq/framework/dist/config.js" {
  export interface FrameworkConfig {
    root: string;
    output: string;
    loaders: unknown;
  }
  export function normalizeConfig(spec: object, root?: string): FrameworkConfig;
}

declare module "@observablehq/framework/dist/build.js" {
  import type { FrameworkConfig } from "@observablehq/framework/dist/config.js";
  export interface BuildEffects {
    logger: Pick<Console, "log" | "warn" | "error">;
    output: { write(text: string): void };
    prepare(): Promise<void>;
    copyFile(source: string, path: string): Promise<void>;
    writeFile(path: string, contents: string | Uint8Array): Promise<void>;
    writeBuildManifest(manifest: object): Promise<void>;
  }
  export class FileBuildEffects implements BuildEffects {
    constructor(output: string, cache: string, effects?: Pick<BuildEffects, "logger" | "output">);
    logger: Pick<Console, "log" | "warn" | "error">;
    output: { write(text: string): void };
    prepare(): Promise<void>;
    copyFile(source: string, path: string): Promise<void>;
    writeFile(path: string, contents: string | Uint8Array): Promise<void>;
    writeBuildManifest(manifest: object): Promise<void>;
  }
  export function build(options: { config: FrameworkConfig }, effects?: BuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";
  import type { FrameworkConfig } from "@observablehq/framework/dist/config.js";
  export class PreviewServer {
    constructor(options: { server: Server; root?: string; config?: string; verbose?: boolean });
    _readConfig(): Promise<FrameworkConfig>;
    _handleRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    _handleConnection: (socket: PreviewSocket, request: IncomingMessage) => void;
  }
  export interface PreviewSocket {
    send(message: string): void;
  }
}
