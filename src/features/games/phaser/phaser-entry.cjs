// What the games use of Phaser 4.2.1 and nothing else: the package itself is one bundle that no
// bundler can shake. vite.config.ts puts this file in the place of 'phaser' and decides the flags
// (`typeof CANVAS_RENDERER` and its like). A factory that is missing here is missing at run time:
// "this.add.x is not a function" means that a line is wanted below. The order is that of
// phaser-core.js: Phaser's files lean on each other in circles.
const { CANVAS, WEBGL } = require('../../../../node_modules/phaser/src/const.js');

require('../../../../node_modules/phaser/src/animations');
require('../../../../node_modules/phaser/src/cache');
require('../../../../node_modules/phaser/src/cameras/2d');
require('../../../../node_modules/phaser/src/core');
require('../../../../node_modules/phaser/src/data');
require('../../../../node_modules/phaser/src/events');

const Game = require('../../../../node_modules/phaser/src/core/Game.js');

require('../../../../node_modules/phaser/src/gameobjects/DisplayList.js');
require('../../../../node_modules/phaser/src/gameobjects/GameObjectCreator.js');
require('../../../../node_modules/phaser/src/gameobjects/GameObjectFactory.js');
require('../../../../node_modules/phaser/src/gameobjects/UpdateList.js');
require('../../../../node_modules/phaser/src/gameobjects/graphics/GraphicsFactory.js');
require('../../../../node_modules/phaser/src/gameobjects/image/ImageFactory.js');
require('../../../../node_modules/phaser/src/gameobjects/text/TextFactory.js');
require('../../../../node_modules/phaser/src/gameobjects/particles/ParticleEmitterFactory.js');
require('../../../../node_modules/phaser/src/loader/LoaderPlugin.js');
require('../../../../node_modules/phaser/src/loader/filetypes/SVGFile.js');
require('../../../../node_modules/phaser/src/renderer');
require('../../../../node_modules/phaser/src/scene/ScenePlugin.js');
require('../../../../node_modules/phaser/src/time/Clock.js');
require('../../../../node_modules/phaser/src/tweens/TweenManager.js');

module.exports = {
  CANVAS,
  WEBGL,
  Game,
  Scale: require('../../../../node_modules/phaser/src/scale'),
};
