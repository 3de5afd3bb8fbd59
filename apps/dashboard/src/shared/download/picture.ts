/** What stands around a drawing once it has left the page. */
export interface PictureWords {
  readonly title: string;
  /** Of whom, of when, n. */
  readonly subtitle: string;
  readonly footnote: string;
}

/** What is copied from the style sheets, because a picture takes none along. */
const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline'];
const NAMESPACE = 'http://www.w3.org/2000/svg';
const [MARGIN, LINE, TITLE_SIZE, TEXT_SIZE] = [16, 20, 16, 12];
/** Pixels of a PNG for one of the page: sharp on paper too. */
const SCALE = 2;

/**
 * A drawing of the page as an SVG that stands alone: with title and source, in the colours of this moment, without anything that can be focused.
 *
 * @param drawing must be in the document: its colours are those that the browser worked out.
 */
export function standaloneSvg(drawing: SVGSVGElement, { title, subtitle, footnote }: PictureWords): string {
  const { width, height } = drawing.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const [ink, quiet, surface] = ['--rv-ink', '--rv-ink-quiet', '--rv-surface'].map((name) => page.getPropertyValue(name).trim());
  const top = MARGIN + 2 * LINE + 8;
  const whole = element('svg', { xmlns: NAMESPACE, width: width + 2 * MARGIN, height: top + height + LINE + MARGIN, role: 'img', 'aria-label': `${title}. ${subtitle}` });
  const font = page.fontFamily === '' ? 'sans-serif' : page.fontFamily;
  const words = (text: string, y: number, size: number, fill: string | undefined, weight: string) => {
    const line = element('text', { x: MARGIN, y, 'font-size': size, 'font-family': font, 'font-weight': weight, fill: fill ?? '#000' });
    line.textContent = text;
    return line;
  };
  const copy = copyOf(drawing);
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(top));
  whole.append(
    element('rect', { width: '100%', height: '100%', fill: surface ?? '#fff' }),
    words(title, MARGIN + TITLE_SIZE, TITLE_SIZE, ink, '600'),
    words(subtitle, MARGIN + TITLE_SIZE + LINE, TEXT_SIZE, quiet, '400'),
    copy,
    words(footnote, top + height + LINE, TEXT_SIZE, quiet, '400'),
  );
  return new XMLSerializer().serializeToString(whole);
}

/** The same drawing as a PNG. @throws Error when the browser can't draw it. */
export async function toPng(svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.naturalWidth * SCALE, picture.naturalHeight * SCALE];
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png'));
}

function copyOf(drawing: SVGSVGElement): Element {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of a drawing is a drawing');
  const [from, to] = [[drawing, ...drawing.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((original, index) => {
    const target = to[index];
    const styles = getComputedStyle(original);
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden']) target?.removeAttribute(name);
    for (const name of STYLES) {
      const value = styles.getPropertyValue(name);
      if (value !== '') target?.setAttribute(name, value.replaceAll('"', "'"));
    }
  });
  return copy;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  if (!(made instanceof SVGElement)) throw new Error(`${name} is no part of a drawing`);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, String(value));
  return made;
}
