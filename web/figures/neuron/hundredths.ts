/** A number of the network as it is drawn: hundredths, and none of them once a thousand and more would run into its sign. */
import { fixed, significant } from '../../plot/format';

export const hundredths = (value: number): string => (Math.abs(value) < 1000 ? fixed(value, 2) : significant(value, 3));
