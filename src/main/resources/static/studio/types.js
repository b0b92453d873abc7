// The types that the studio's modules share, for readers and for tsc.

/**
 * A model, as GET /models lists it.
 * @typedef {object} Model
 * @property {string} name
 * @property {string} version
 * @property {string} title
 * @property {number} width
 * @property {number} height
 * @property {number} channels
 * @property {number} latentDimension
 * @property {string[]} classes
 * @property {string[]} prompts examples of what it can be asked for in words, none when it understands none
 * @property {string | null} [licence]
 * @property {string | null} [description] one sentence
 * @property {number[]} showcase seeds of its best pictures, the best first
 */

/**
 * What a picture is made from: the body of POST /generate, for one picture. It has a seed or a latent.
 * @typedef {object} Recipe
 * @property {string} model
 * @property {string} [version]
 * @property {number} [seed]
 * @property {number} [truncation] of the seed's latent
 * @property {number[]} [latent]
 * @property {string | null} [label]
 * @property {string} [prompt] what the picture is to show
 * @property {number} [strength] of the prompt
 * @property {string} [toPrompt] what the picture goes towards from its prompt
 * @property {number} [blend] how far, from 0 to 1
 * @property {Record<string, number>} [directions]
 */

/** @typedef {{ mediaType: string, data: string }} Shown the bytes of a picture, in base64 */

/**
 * A picture that is there.
 * @typedef {object} Picture
 * @property {Recipe} recipe
 * @property {number[]} latent with truncation and directions in it
 * @property {string | null} [label]
 * @property {string} mediaType
 * @property {string} data in base64
 */

/** @typedef {Picture & { loss: number }} Candidate a picture that fits strokes */

/** @typedef {[number, number]} Point in pixels of the picture */

/** @typedef {'colour' | 'sketch' | 'warp' | 'keep'} StrokeType */

/**
 * A stroke. A warp takes the round patch at its first point to its last.
 * @typedef {object} Stroke
 * @property {StrokeType} type
 * @property {Point[]} points
 * @property {number} width
 * @property {string} colour
 */

/**
 * What became of a photo: the photo as the model was shown it, and whether the model generates such pictures.
 * @typedef {{ address: string, verdict: 'inside' | 'near' | 'outside' }} Photo
 */

/**
 * One step of the history: what is on the pad. It never changes, except that a search answers it once.
 * @typedef {object} Step
 * @property {number} id
 * @property {number | null} parent the step that Undo goes to
 * @property {string} what it is, in a word or two
 * @property {string} model
 * @property {Picture | null} picture null when the pad is empty
 * @property {Picture | null} before what Walk and Compare begin at, and what strokes were painted on
 * @property {Picture | null} origin what Restart goes back to
 * @property {Stroke[]} strokes
 * @property {Candidate[]} candidates the best first
 * @property {number} chosen the place of the picture among the candidates, -1 when it is none of them
 * @property {number} closeness how close to `before` the search stays, a place in CLOSENESS
 * @property {boolean} answered false while strokes wait for a search
 * @property {string | null} merge steps in a row with the same key are one: those of one slider
 * @property {Photo | null} photo
 * @property {{ prompt: string, strength: number } | null} [towards] the words that `before` is moved towards
 */

/** @typedef {{ steps: Step[], current: number | null, redo: number[] }} History */

/**
 * What is asked of the service for the pad: a picture generated from a recipe, or a photo's place among the model's.
 * @typedef {object} Asked
 * @property {number} id
 * @property {'generate' | 'project'} kind
 * @property {string} what
 * @property {Recipe} [recipe]
 * @property {'start' | 'change'} [as] a start begins anew; a change keeps strokes
 * @property {string | null} [merge]
 * @property {string} [model]
 * @property {File} [file]
 * @property {string} [note] said when it is there
 */

/** @typedef {{ share: number, picture: Picture | null, candidates: Candidate[] | null }} Progress */

/** @typedef {{ message: string, type: string, retry: 'request' | 'reload' | string | null }} Failure retry may name an action */

/** @typedef {{ key: string | null, pictures: Picture[], failure: string | null, attempt: number }} Sheet */

/** @typedef {{ recipe: Recipe, address: string }} PromptedPicture a picture of a prompt, without its latent */

/** @typedef {{ key: string | null, pictures: PromptedPicture[], warnings: string[], failure: string | null, attempt: number }} PromptedSheet */

/**
 * A way in which pictures vary. One with a name of its own has two pictures: what it makes of a picture at its ends.
 * @typedef {object} Direction
 * @property {string} name
 * @property {string} title
 * @property {string | null} of the direction that this is another name of
 * @property {number} share
 * @property {number} minimum
 * @property {number} maximum
 * @property {number[]} [vector]
 * @property {Shown[]} [ends] none when there are none to be had
 */

/** @typedef {{ key: string | null, list: Direction[], failure: string | null, attempt: number }} Directions */

/** @typedef {'colour' | 'sketch' | 'warp' | 'keep' | 'pick'} Brush */

/**
 * All that the page shows.
 * @typedef {object} State
 * @property {Model[]} models
 * @property {string | null} defaultModel
 * @property {History} history
 * @property {number} next the id that is free
 * @property {Asked | null} asked
 * @property {number} attempt counts retries
 * @property {Progress | null} progress
 * @property {Failure | null} failure
 * @property {{ seed: number | null, count: number, truncation: number, label: string }} samples without a seed the best of the model
 * @property {Sheet} sheet
 * @property {{ text: string, strength: number, seed: number }} prompt what is asked for in words, and the first seed
 * @property {PromptedSheet} prompted
 * @property {Directions} directions
 * @property {{ key: string | null, address: string }} upscaled the enlarged picture of a key
 * @property {{ brush: Brush, colour: string, width: number, closeness: number, visible: boolean, walkTo: boolean }} tool
 * @property {{ at: number, playing: boolean, frames: Picture[] }} walk
 * @property {boolean} comparing
 * @property {Picture[]} favourites the newest first
 * @property {{ picture: Picture, weight: number }[]} mix pictures that are mixed
 * @property {{ scale: number, x: number, y: number }} zoom how large the picture is on the pad, and where its corner is, in widths and heights of the pad
 * @property {boolean} introduced whether the first steps were shown
 * @property {boolean} letters whether single letters are shortcuts
 * @property {string} note
 */

export {};
