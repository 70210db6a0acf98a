// What the games use of Phaser 4.2.1 and nothing else: the package itself is one bundle that no
// bundler can shake. vite.config.ts puts this file in the place of 'phaser' and decides the flags
// (`typeof CANVAS_RENDERER` and its like). A factory that is missing here is missing at run time:
// "this.add.x is not a function" means that a line is wanted below.
const core = require('../../../../node_modules/phaser/src/phaser-core.js');

require('../../../../node_modules/phaser/src/gameobjects/container/ContainerFactory.js');
require('../../../../node_modules/phaser/src/gameobjects/zone/ZoneFactory.js');
require('../../../../node_modules/phaser/src/gameobjects/particles/ParticleEmitterFactory.js');
require('../../../../node_modules/phaser/src/loader/filetypes/SVGFile.js');

module.exports = core;
