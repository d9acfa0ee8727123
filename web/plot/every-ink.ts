/** All marks together, for what is drawn while the page is built: there, all figures stand side by side. */
import { land, racers, sea, surface, terrain, water, type Theme } from '../style/tokens';
import { colours, ink, inkStyles, rulesOf, runAttributes, type Colour, type Ink, type RunMark } from './ink';
import { networkInk } from './network-ink';

const every = { ...ink, ...networkInk };

/** Rules for every mark below `scope`, a selector. */
export const everyInkStyles = (scope: string): string =>
  [inkStyles(scope), ...rulesOf(networkInk, `${scope} `)].join('\n');

/** The same as presentation attributes in one theme's palette; any style sheet overrides them. */
export function inkAttributes(className: string, theme: Theme = 'light'): Record<string, string> {
  const band = /^gd-(terrain|land|sea)-(\d+)$/.exec(className);
  if (band) return { fill: { terrain, land, sea }[band[1] as 'land'][theme][Number(band[2])] ?? 'none' };
  if (className === 'gd-water') return { fill: 'none', stroke: water[theme], 'stroke-width': '1' };
  const run = /^gd-racer-(line|quiet|ahead|dot|fill|text|basin)-(\d)$/.exec(className);
  if (run) return runAttributes(run[1] as RunMark, racers[theme][Number(run[2])] ?? 'none', surface.card[theme]);
  const i: Ink | undefined = (every as Record<string, Ink>)[className.replace(/^gd-/, '')];
  if (!i) return {};
  const colour = (idea: Colour | 'none'): string => (idea === 'none' ? 'none' : colours[idea][theme]);
  const attributes: Record<string, string> = {};
  if (i.fill) attributes['fill'] = colour(i.fill);
  if (i.stroke) attributes['stroke'] = colour(i.stroke);
  if (i.width !== undefined) attributes['stroke-width'] = String(i.width);
  if (i.dash) attributes['stroke-dasharray'] = i.dash;
  if (i.opacity !== undefined) attributes['opacity'] = String(i.opacity);
  if (i.fillOpacity !== undefined) attributes['fill-opacity'] = String(i.fillOpacity);
  if (i.strokeOpacity !== undefined) attributes['stroke-opacity'] = String(i.strokeOpacity);
  if (i.join) attributes['stroke-linejoin'] = i.join;
  if (i.size !== undefined) {
    attributes['font-size'] = String(i.size);
    attributes['font-weight'] = String(i.weight ?? 400);
    if (i.halo) {
      attributes['stroke'] = surface.card[theme];
      attributes['stroke-width'] = '4';
      attributes['paint-order'] = 'stroke';
    }
  }
  return attributes;
}
