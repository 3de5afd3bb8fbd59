import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from './src/app/theme.ts';

const THEME_CSS = 'virtual:theme.css';
const SCHEMES = { variables: {}, light: { '--mantine-color-scheme': 'light' }, dark: { '--mantine-color-scheme': 'dark' } };

/**
 * Writes the variables of our theme to the style sheet at build time.
 *
 * Mantine would put them in a `<style>` element while running: a content security policy without 'unsafe-inline' refuses that,
 * and the page would be drawn once in Mantine's own colours first.
 */
export function themeCss(): Plugin {
  return {
    name: 'rolvast-theme-css',
    resolveId: (id) => (id === THEME_CSS ? `/${THEME_CSS}` : null),
    load: (id) => {
      if (id !== `/${THEME_CSS}`) return null;
      const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
      return `${convertCssVariables(variables, ':root')}\n${convertCssVariables(SCHEMES, ':root')}`;
    },
  };
}
