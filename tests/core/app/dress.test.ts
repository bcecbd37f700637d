import { describe, expect, it } from 'vitest';
import { titleBarOverlayOf } from '../../../main/app/dress';

const darkInk = '#211E1A';
const lightInk = '#EDE9E2';

describe("the system's buttons in the title bar", () => {
  it('have the colours of the usual title bar in light and dark, and grow with the zoom', () => {
    expect(titleBarOverlayOf('light', 1, null)).toEqual({
      color: '#F5F3EF',
      symbolColor: darkInk,
      height: 40,
    });
    expect(titleBarOverlayOf('dark', 1.25, null)).toEqual({
      color: '#171614',
      symbolColor: lightInk,
      height: 50,
    });
  });

  it('take the colour that the page has there, with an ink that can be read on it', () => {
    expect(titleBarOverlayOf('dark', 1, '#FFFFFF')).toMatchObject({ color: '#FFFFFF', symbolColor: darkInk });
    expect(titleBarOverlayOf('light', 1, '#1B2957')).toMatchObject({
      color: '#1B2957',
      symbolColor: lightInk,
    });
  });
});
