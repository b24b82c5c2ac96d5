import { expect, it } from 'vitest';
import { launchArgs } from './launch-args.ts';

it("takes paths and the library, relative ones from the caller's folder", () => {
  expect(launchArgs(['--library', 'lib', '三月 录音', '/abs/$(x).wav'], '/home/z')).toEqual({
    library: '/home/z/lib',
    paths: ['/home/z/三月 录音', '/abs/$(x).wav'],
  });
});

it('leaves out what Chromium adds to a second launch', () => {
  const args = ['--allow-file-access-from-files', '--original-process-start-time=1', '--library=/l', ''];
  expect(launchArgs(args, '/')).toEqual({ library: '/l', paths: [] });
});
