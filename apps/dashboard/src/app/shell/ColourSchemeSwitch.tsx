import { SegmentedControl, useMantineColorScheme, VisuallyHidden, type MantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

const SHAPES: Readonly<Record<MantineColorScheme, ReactNode>> = {
  light: (
    <>
      <circle cx={8} cy={8} r={3} fill="currentColor" />
      <path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M13 3l-1.5 1.5M4.5 11.5 3 13" />
    </>
  ),
  dark: <path d="M13.5 10A6 6 0 0 1 6 2.5 6 6 0 1 0 13.5 10Z" fill="currentColor" />,
  auto: <path d="M2 3h12v8H2ZM6 14h4M8 11v3" />,
};

const ICON = {
  width: 16,
  height: 16,
  viewBox: '0 0 16 16',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Chooses light, dark, or what the device prefers. */
export function ColourSchemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme({
    // Stopping transitions for a moment would need a style element, which the content security policy refuses.
    keepTransitions: true,
  });
  const names: Readonly<Record<MantineColorScheme, string>> = {
    light: t('app.colourSchemeLight'),
    dark: t('app.colourSchemeDark'),
    auto: t('app.colourSchemeAuto'),
  };
  const choices: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];
  const data = choices.map((value) => ({
    value,
    label: (
      <span className={styles.schemeIcon} title={names[value]}>
        <svg {...ICON} aria-hidden="true" focusable="false">
          {SHAPES[value]}
        </svg>
        <VisuallyHidden>{names[value]}</VisuallyHidden>
      </span>
    ),
  }));
  return <SegmentedControl aria-label={t('app.colourScheme')} size="xs" data={data} value={colorScheme} onChange={setColorScheme} />;
}
