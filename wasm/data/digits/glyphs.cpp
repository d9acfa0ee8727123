#include "data/digits/glyphs.hpp"

// Pen strokes drawn for this project, after the ways people write digits.
namespace descent::digits {
namespace {

// 0: a closed oval; an oval whose ends cross; one left open at the top.
constexpr PenPoint zero_oval[] = {{.5, 0},    {.18, .14}, {0, .5},    {.18, .86}, {.5, 1},
                                  {.82, .86}, {1, .5},    {.82, .14}, {.5, 0}};
constexpr PenPoint zero_crossed[] = {{.72, .1}, {.4, .02},  {.08, .28}, {.02, .66}, {.3, .98},
                                     {.7, .92}, {.97, .55}, {.9, .18},  {.62, 0},   {.45, .06}};
constexpr PenPoint zero_open[] = {{.42, .04}, {.12, .25}, {0, .62},  {.25, .97},
                                  {.65, .95}, {.95, .6},  {.92, .2}, {.68, .04}};
constexpr Stroke zero_a[] = {zero_oval};
constexpr Stroke zero_b[] = {zero_crossed};
constexpr Stroke zero_c[] = {zero_open};
constexpr Glyph zeros[] = {{zero_a, .85, 3}, {zero_b, .72, 2}, {zero_c, .72, 1.2}, {zero_b, .9, 1.5}, {zero_a, .5, 1}};

// 1: a stroke; with a flag; with flag and foot.
constexpr PenPoint one_stem[] = {{.5, 0}, {.5, .5}, {.5, 1}};
constexpr PenPoint one_flag[] = {{.05, .3}, {.3, .18}, {.5, 0}};
constexpr PenPoint one_foot[] = {{0, 1}, {.5, .99}, {1, 1}};
constexpr Stroke one_a[] = {one_stem};
constexpr Stroke one_b[] = {one_flag, one_stem};
constexpr Stroke one_c[] = {one_flag, one_stem, one_foot};
constexpr Glyph ones[] = {{one_a, .3, 6}, {one_b, .45, 1.2}, {one_c, .6, .5}};

// 2: with a corner at the foot; with a loop there; drawn like a z.
constexpr PenPoint two_arch[] = {{.04, .27}, {.2, .06}, {.52, 0}, {.83, .14}, {.82, .4}, {.5, .72}, {.02, .98}};
constexpr PenPoint two_base[] = {{.02, .98}, {.5, .95}, {1, .97}};
constexpr PenPoint two_loop[] = {{.06, .24}, {.3, .02}, {.68, .03}, {.84, .25}, {.66, .58}, {.3, .9},
                                 {.08, .97}, {0, .86},  {.16, .76}, {.42, .84}, {.72, .98}, {1, .9}};
constexpr PenPoint two_neck[] = {{0, .12}, {.4, 0}, {.86, .06}, {.8, .35}, {.4, .72}, {0, 1}};
constexpr PenPoint two_wave[] = {{0, 1}, {.3, .9}, {.65, .97}, {1, .93}};
constexpr PenPoint two_hook[] = {{.16, .16}, {.44, 0}, {.66, .14}, {.5, .5}, {.02, .92}};
constexpr PenPoint two_sled[] = {{.02, .92}, {.34, .85}, {.7, .9}, {1, .84}};
constexpr PenPoint two_knot[] = {{.14, .18}, {.46, 0},   {.76, .18}, {.6, .56}, {.26, .94},
                                 {.04, .96}, {.02, .78}, {.26, .72}, {.6, .86}, {1, .76}};
constexpr Stroke two_a[] = {two_arch, two_base};
constexpr Stroke two_b[] = {two_loop};
constexpr Stroke two_c[] = {two_neck, two_wave};
constexpr Stroke two_d[] = {two_hook, two_sled};
constexpr Stroke two_e[] = {two_knot};
constexpr Glyph twos[] = {{two_a, .8, 3}, {two_b, .85, 2}, {two_c, .85, 1.5}, {two_d, .95, 1.5}, {two_e, .9, 2}};

// 3: two bows meeting in a corner; with a small loop between them; with a flat roof.
constexpr PenPoint three_upper[] = {{.04, .14}, {.38, 0}, {.8, .1}, {.78, .32}, {.34, .47}};
constexpr PenPoint three_lower[] = {{.34, .47}, {.78, .52}, {.96, .74}, {.7, .95}, {.3, 1}, {0, .88}};
constexpr PenPoint three_loop[] = {{.06, .1},  {.45, 0}, {.84, .14}, {.72, .38}, {.42, .5}, {.32, .45},
                                   {.55, .45}, {.9, .6}, {.9, .86},  {.5, 1},    {0, .9}};
constexpr PenPoint three_roof[] = {{.05, .04}, {.45, .02}, {.88, 0}};
constexpr PenPoint three_slope[] = {{.88, 0}, {.62, .22}, {.38, .42}};
constexpr PenPoint three_belly[] = {{.38, .42}, {.8, .48}, {1, .7}, {.75, .95}, {.3, 1}, {0, .88}};
constexpr Stroke three_a[] = {three_upper, three_lower};
constexpr Stroke three_b[] = {three_loop};
constexpr Stroke three_c[] = {three_roof, three_slope, three_belly};
constexpr Glyph threes[] = {{three_a, .72, 3}, {three_b, .72, 2}, {three_c, .72, .7}};

// 4: open, with a straight arm; open, with a bowl; closed at the top; a bowl and a bent stem.
constexpr PenPoint four_side[] = {{.16, .04}, {.08, .3}, {0, .56}};
constexpr PenPoint four_arm[] = {{0, .56}, {.5, .53}, {1, .5}};
constexpr PenPoint four_stem[] = {{.8, .06}, {.72, .5}, {.66, 1}};
constexpr PenPoint four_bowl[] = {{.1, .02}, {.02, .3}, {.16, .5}, {.5, .5}, {.88, .36}};
constexpr PenPoint four_pole[] = {{.95, 0}, {.88, .36}, {.78, 1}};
constexpr PenPoint four_slope[] = {{.72, 0}, {.36, .32}, {0, .66}};
constexpr PenPoint four_beam[] = {{0, .66}, {.5, .65}, {1, .63}};
constexpr PenPoint four_mast[] = {{.72, 0}, {.7, .5}, {.68, 1}};
constexpr PenPoint four_roof[] = {{.82, .02}, {.42, .1}, {.06, .4}, {.3, .55}, {.84, .42}};
constexpr PenPoint four_drop[] = {{.84, .02}, {.82, .42}, {.74, 1}};
constexpr Stroke four_a[] = {four_side, four_arm, four_stem};
constexpr Stroke four_b[] = {four_bowl, four_pole};
constexpr Stroke four_c[] = {four_slope, four_beam, four_mast};
constexpr Stroke four_d[] = {four_roof, four_drop};
constexpr Glyph fours[] = {{four_a, .75, 3}, {four_b, .72, 3}, {four_c, .75, 1}, {four_d, .65, .25}};

// 5: neck and belly under a bar; in one sweep, like an s; with a short bar.
constexpr PenPoint five_bar[] = {{1, .02}, {.6, .03}, {.26, .04}};
constexpr PenPoint five_neck[] = {{.26, .04}, {.2, .24}, {.12, .44}};
constexpr PenPoint five_belly[] = {{.12, .44}, {.5, .36}, {.84, .54}, {.78, .84}, {.42, 1}, {0, .9}};
constexpr PenPoint five_sweep[] = {{.98, .03}, {.5, 0},   {.26, .16}, {.3, .38},
                                   {.66, .52}, {.8, .76}, {.5, .98},  {0, .94}};
constexpr PenPoint five_dash[] = {{.28, .05}, {.65, .03}, {1, 0}};
constexpr PenPoint five_hook[] = {{.28, .05}, {.18, .38}, {.5, .4}, {.78, .58}, {.72, .88}, {.38, 1}, {.02, .93}};
constexpr PenPoint five_roof[] = {{.3, .14}, {.62, .07}, {1, 0}};
constexpr PenPoint five_round[] = {{.3, .14},  {.22, .4},  {.5, .38},  {.72, .54},
                                   {.72, .78}, {.46, .98}, {.14, .96}, {0, .82}};
constexpr Stroke five_a[] = {five_bar, five_neck, five_belly};
constexpr Stroke five_b[] = {five_sweep};
constexpr Stroke five_c[] = {five_dash, five_hook};
constexpr Stroke five_d[] = {five_roof, five_round};
constexpr Glyph fives[] = {{five_a, .8, 2}, {five_b, .85, 2}, {five_c, .8, 2}, {five_d, .8, 2}};

// 6: a long bow with a closed loop; a steep one with a small loop; a slung one with an open loop.
constexpr PenPoint six_bow[] = {{.72, 0},   {.34, .2}, {.06, .58}, {.12, .88}, {.46, 1},
                                {.84, .86}, {.84, .6}, {.5, .5},   {.1, .68}};
constexpr PenPoint six_steep[] = {{.4, 0},   {.16, .34}, {.02, .72}, {.22, .98}, {.66, .98},
                                  {.9, .78}, {.66, .6},  {.28, .68}, {.06, .84}};
constexpr PenPoint six_slung[] = {{.9, .02},  {.42, .18}, {.06, .52}, {.04, .84}, {.36, 1},
                                  {.74, .88}, {.78, .62}, {.5, .54},  {.2, .72}};
constexpr PenPoint six_tub[] = {{.2, 0},  {.02, .42}, {.08, .86}, {.42, 1}, {.84, .84},
                                {1, .58}, {.76, .44}, {.44, .6},  {.3, .9}};
constexpr Stroke six_a[] = {six_bow};
constexpr Stroke six_b[] = {six_steep};
constexpr Stroke six_c[] = {six_slung};
constexpr Stroke six_d[] = {six_tub};
constexpr Glyph sixes[] = {{six_a, .68, 2}, {six_b, .62, 2}, {six_c, .75, 1.5}, {six_d, .75, 2}};

// 7: roof and stem; with a crossbar; with a serif; with a wavy roof.
constexpr PenPoint seven_roof[] = {{0, .06}, {.5, .03}, {.95, 0}};
constexpr PenPoint seven_stem[] = {{.95, 0}, {.66, .44}, {.46, 1}};
constexpr PenPoint seven_steep[] = {{.95, 0}, {.84, .4}, {.7, 1}};
constexpr PenPoint seven_cross[] = {{.3, .5}, {.6, .48}, {.98, .46}};
constexpr PenPoint seven_serif[] = {{.02, .24}, {.04, .12}, {.06, .04}};
constexpr PenPoint seven_wave[] = {{0, .14}, {.26, .02}, {.6, .08}, {.95, .02}};
constexpr PenPoint seven_arc[] = {{0, .12}, {.3, .02}, {.68, .02}, {.82, .2}, {.7, .56}, {.5, 1}};
constexpr Stroke seven_a[] = {seven_roof, seven_stem};
constexpr Stroke seven_b[] = {seven_roof, seven_stem, seven_cross};
constexpr Stroke seven_c[] = {seven_serif, seven_roof, seven_steep};
constexpr Stroke seven_d[] = {seven_wave, seven_stem};
constexpr Stroke seven_e[] = {seven_roof, seven_steep};
constexpr Stroke seven_f[] = {seven_arc};
constexpr Glyph sevens[] = {{seven_a, .75, 3}, {seven_b, .75, 1}, {seven_c, .65, .8},
                            {seven_d, .75, 1}, {seven_e, .65, 2}, {seven_f, .68, 1.5}};

// 8: one crossing line; two rings; begun in the middle.
constexpr PenPoint eight_line[] = {{.84, .14}, {.5, 0},    {.16, .14}, {.26, .36}, {.66, .58}, {.8, .82},
                                   {.48, 1},   {.14, .84}, {.28, .58}, {.66, .38}, {.88, .16}, {.78, .06}};
constexpr PenPoint eight_top[] = {{.5, .46}, {.2, .34}, {.22, .1}, {.52, 0}, {.8, .1}, {.78, .34}, {.5, .46}};
constexpr PenPoint eight_foot[] = {{.5, .46}, {.12, .62}, {.1, .88}, {.5, 1}, {.88, .88}, {.84, .62}, {.5, .46}};
constexpr PenPoint eight_turn[] = {{.46, .48}, {.2, .28}, {.4, .02}, {.78, .06}, {.78, .3}, {.4, .52},
                                   {.1, .78},  {.32, 1},  {.7, .92}, {.74, .68}, {.46, .48}};
constexpr PenPoint eight_arms[] = {{.84, .1}, {.46, 0},   {.1, .14}, {.24, .4}, {.52, .62}, {.56, .88},
                                   {.3, 1},   {.12, .84}, {.3, .6},  {.7, .32}, {1, .02}};
constexpr Stroke eight_a[] = {eight_line};
constexpr Stroke eight_b[] = {eight_top, eight_foot};
constexpr Stroke eight_c[] = {eight_turn};
constexpr Stroke eight_d[] = {eight_arms};
constexpr Glyph eights[] = {{eight_a, .72, 3}, {eight_b, .68, 1.5}, {eight_c, .72, 2}, {eight_d, .78, 3}};

// 9: a loop and a straight stem; a curved tail; a narrow loop drawn into the stem.
constexpr PenPoint nine_loop[] = {{.86, .16}, {.5, 0}, {.1, .16}, {.06, .42}, {.4, .52}, {.78, .36}, {.88, .12}};
constexpr PenPoint nine_stem[] = {{.88, .12}, {.84, .5}, {.74, 1}};
constexpr PenPoint nine_tail[] = {{.88, .12}, {.92, .5}, {.76, .88}, {.36, 1}, {.08, .92}};
constexpr PenPoint nine_drawn[] = {{.82, .1},  {.42, .02}, {.06, .26}, {.16, .48},
                                   {.52, .42}, {.84, .14}, {.8, .42},  {.66, 1}};
constexpr PenPoint nine_slant[] = {{.88, .12}, {.66, .52}, {.42, 1}};
constexpr PenPoint nine_round[] = {{.8, .08}, {.42, 0}, {.06, .2}, {.08, .46}, {.44, .54}, {.82, .3}, {.88, .06}};
constexpr PenPoint nine_fall[] = {{.88, .06}, {.86, .5}, {.88, 1}};
constexpr Stroke nine_a[] = {nine_loop, nine_stem};
constexpr Stroke nine_b[] = {nine_loop, nine_tail};
constexpr Stroke nine_c[] = {nine_drawn};
constexpr Stroke nine_d[] = {nine_loop, nine_slant};
constexpr Stroke nine_e[] = {nine_round, nine_fall};
constexpr Glyph nines[] = {{nine_a, .58, 3}, {nine_b, .62, 1.5}, {nine_c, .55, 2}, {nine_d, .65, 2}, {nine_e, .55, 3}};

constexpr List<Glyph> all[] = {zeros, ones, twos, threes, fours, fives, sixes, sevens, eights, nines};

}  // namespace

List<Glyph> ways_of_writing(int digit) { return all[digit]; }

}  // namespace descent::digits
