/** The icon: a falling loss curve, and the ball at its end. */
import { palette, surface } from '../style/tokens';

/** SVG of the icon, which follows the system's theme. */
export function icon(): string {
  const dark = `.paper{fill:${surface.paper.dark}}.curve{stroke:${palette.loss.dark}}.ball{fill:${palette.parameter.dark}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>@media (prefers-color-scheme: dark){${dark}}</style><rect class="paper" width="32" height="32" rx="7" fill="${surface.paper.light}"/><path class="curve" d="M5 5C8 19 13 24 27 24.5" fill="none" stroke="${palette.loss.light}" stroke-width="3" stroke-linecap="round"/><circle class="ball" cx="21.5" cy="18.5" r="5.2" fill="${palette.parameter.light}"/></svg>`;
}
