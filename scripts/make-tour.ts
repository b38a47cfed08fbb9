import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './build.mjs';
import { takePictures } from './tour/camera';
import { Stage } from './tour/stage';
import { STEPS } from './tour/steps';
import { tourPage } from './tour/tour-page';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const docs = join(root, 'docs');
const pictures = join(docs, 'pictures');

/** Plays the story once and writes docs/tour.md with its pictures. */
async function makeTour(): Promise<void> {
  await buildApp(root);
  const stage = await Stage.build();
  try {
    rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    for (const [index, step] of STEPS.entries()) {
      console.log(`${index + 1}/${STEPS.length}  ${step.title}`);
      await takePictures(await step.go(stage), step, pictures);
    }
    writeFileSync(join(docs, 'tour.md'), tourPage(STEPS));
    console.log('docs/tour.md is written.');
  } finally {
    await stage.clear();
  }
}

makeTour().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
