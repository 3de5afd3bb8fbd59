import { createTheme, NativeSelect, SegmentedControl, type MantineColorsTuple } from '@mantine/core';

/** Petrol, dark enough at 8 for white text on it (7.9 : 1). */
const petrol: MantineColorsTuple = ['#e6f2f4', '#cfe3e7', '#a5ccd4', '#7fd0de', '#4c9fae', '#2b8394', '#157284', '#0b6475', '#0b5563', '#083f4a'];

/** The dark surfaces of tokens.css, for the parts that Mantine draws. */
const dark: MantineColorsTuple = ['#e8eff1', '#c3d2d7', '#a9b9be', '#93a5ab', '#5d6f76', '#2d3b41', '#222d32', '#192226', '#131b1e', '#10171a'];

/** Mantine in the colours of Rolvast. Shade 8 in both schemes: the defaults fail the contrast that WCAG asks for. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 8 },
  colors: { petrol, dark },
  fontFamily: "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { withItemsBorders: false } }),
  },
});
