/*\
title: $:/plugins/downhill/startup.js
type: application/javascript
module-type: startup

Defines <gd-figure> when the wiki opens in a browser. Figures that are on the screen by then come alive as well.
\*/

exports.name = 'downhill';
exports.platforms = ['browser'];
exports.before = ['render'];
exports.synchronous = true;
exports.startup = () => require('$:/plugins/downhill/downhill.js');
