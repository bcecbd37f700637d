import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isOurPage, rendererFile } from '../../../main/app/renderer-files';

const folder = path.resolve('/application/out/renderer');

describe('the files of the pages', () => {
  it('are found below their folder, with the right type', () => {
    expect(rendererFile('app://concertation/', folder)).toEqual({
      file: path.join(folder, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(rendererFile('app://concertation/assets/main-B_x9-Z.js?v=1#here', folder)).toEqual({
      file: path.join(folder, 'assets', 'main-B_x9-Z.js'),
      contentType: 'text/javascript; charset=utf-8',
    });
    expect(rendererFile('app://concertation/assets/inter.woff2', folder)?.contentType).toBe('font/woff2');
  });

  it.each([
    'app://other/index.html',
    'https://concertation/index.html',
    'app://concertation/../secret.js',
    'app://concertation/%2e%2e/secret.js',
    'app://concertation/..%2fsecret.js',
    'app://concertation/..%5csecret.js',
    'app://concertation/%00.js',
    'app://concertation//etc/x.js',
    'app://concertation/C:/x.js',
    'app://concertation/assets/',
    'app://concertation/program.exe',
    'app://concertation/.hidden.js',
    'not an address',
  ])('are not found under %s', (address) => {
    // URL itself takes `..` away: what is left must still lie in the folder.
    const found = rendererFile(address, folder);
    expect(found === null || found.file === path.join(folder, 'secret.js')).toBe(true);
  });

  it('never lie outside their folder', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const found = rendererFile(`app://concertation/${name}`, folder);
        expect(found === null || found.file.startsWith(folder + path.sep)).toBe(true);
      }),
    );
  });
});

describe('the origin of the pages', () => {
  it('is one scheme and one host', () => {
    expect(isOurPage('app://concertation/index.html#/members')).toBe(true);
    for (const other of [
      'app://concertation.org/',
      'https://concertation/',
      'about:blank',
      '',
      'app:concertation',
    ]) {
      expect(isOurPage(other)).toBe(false);
    }
  });

  it('lets scripts come from files of ours only', () => {
    const rules = contentSecurityPolicy.split('; ');
    expect(rules).toContain("script-src 'self'");
    expect(rules).toContain("default-src 'none'");
    expect(contentSecurityPolicy).not.toContain('unsafe-eval');
  });
});
