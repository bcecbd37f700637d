/** Version of package.json, put in by the build (electron.vite.config.ts). */
declare const __APPLICATION_VERSION__: string;
