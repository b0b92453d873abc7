// Generated from the OpenAPI document of the service.
export interface paths {
    "/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find what does not belong in a picture
         * @description A detector, which has learned from good pictures alone, says how unlike them a picture is, and where. The picture comes in base64, or as the part `picture` of a form: PNG, JPEG, WebP, GIF or BMP, of which the centre is looked at.
         */
        post: operations["findAnomalies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/classify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the classes of pictures
         * @description By a probe, by sentences, or by generating each picture as each class of the model: the class that comes nearest is the most likely one. Where none comes near, the picture is rejected.
         */
        post: operations["classify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/detectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the detectors of anomalies
         * @description Those that POST /anomalies can be asked for.
         */
        get: operations["listDetectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a picture
         * @description Looks for pictures of the model that fit constraints: painted colours, sketched edges, moved parts, and parts to keep. By Accept: JSON, or server-sent events `progress`, `done` and `problem` with candidates as they improve. Closing the connection ends the search.
         */
        post: operations["edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Describe pictures by features
         * @description Gives a vector for each picture, in the form of OpenAI's embeddings: alike pictures have near vectors. Pictures come in base64, or as the parts `picture` of a form: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken.
         */
        post: operations["describe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one picture
         * @description Redirects to GET /models/{model}/samples/{seed}; without a seed to any picture, another each time.
         */
        get: operations["generateOne"];
        put?: never;
        /**
         * Generate pictures
         * @description By Accept: JSON with each picture in base64; a picture, or one grid of several; or a zip of files. An image's headers name model, version and seeds. A model whose card has `text` takes a `prompt`; where it has learned none of its words, `warnings` and the header `Eidolon-Warning` say what it knows.
         */
        post: operations["generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interpolate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walk from seed to seed, or from words to words
         * @description By `format`, else by Accept: an animation (gif, webp, apng), all frames side by side (png), or each frame (json, zip). Give `from` and `to`, or `seeds`. A model whose card has `text` also goes from `prompt` to `toPrompt`, at one seed or on the way between seeds.
         */
        get: operations["interpolate"];
        put?: never;
        /**
         * Walk from latent to latent
         * @description As GET /interpolate, between latents that are given
         */
        post: operations["interpolateLatents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the newest jobs */
        get: operations["listJobs"];
        put?: never;
        /**
         * Generate many pictures, or a long walk, in the background
         * @description The answer comes at once; `Location` says where to see how far the job has come. Pictures are packed in archives with what each was generated from. A request that is sent again with the same `Idempotency-Key` gets the job that it got before.
         */
        post: operations["createJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far a job has come, and what there is of it */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /**
         * Cancel a job, or delete one that is over
         * @description Its results are removed. Doing so again does nothing.
         */
        delete: operations["cancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear how far a job comes
         * @description Server-sent events: `progress` whenever there is any, and `done`, `failed` or `cancelled` at the end. After the time of X-Request-Timeout the stream ends, and is to be asked for again, as an EventSource does by itself.
         */
        get: operations["watchJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}/results/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a file of a job's results
         * @description One of those that GET /jobs/{job} lists, or its manifest. Parts can be asked for with `Range`.
         */
        get: operations["getJobResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the models */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a model's card: what it generates, which prompts it takes, where it comes from, and how it is computed */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{model}/directions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the directions of a model
         * @description Directions of latents that change pictures in one way: those that the card names, principal components of the pictures, and what the first layer answers to most. POST /generate takes their names. The first request for a model waits until they are found.
         */
        get: operations["listDirections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{model}/preview.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a picture of what a model generates */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{model}/probes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the probes of a model
         * @description Those that can be read, and which files cannot.
         */
        get: operations["listProbes"];
        put?: never;
        /**
         * Fit a probe to labelled pictures
         * @description Fits a linear classifier to the features of pictures with labels and keeps it under a name, by which POST /classify asks for it. The answer says how many of the pictures it names right when each is left out in turn.
         */
        post: operations["createProbe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{model}/probes/{probe}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a probe
         * @description Deletes it from the folder of the service.
         */
        delete: operations["deleteProbe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{model}/samples/{seed}.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the picture of a seed
         * @description A URL that caches can keep: the answer has a strong ETag, known before the picture is generated. A model whose card has `text` takes a `prompt`.
         */
        get: operations["getSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the latent of a picture
         * @description Looks for the latent whose picture is nearest to one that is given, in base64 or as the part `picture` of a form: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken. By Accept: JSON, or server-sent events `progress`, `done` and `problem`. Closing the connection ends the search.
         */
        post: operations["project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a picture by words
         * @description As OpenAI's API, of one picture, named `image` or `image[]`. What the mask frees is searched for under the words, and the rest stays; without a mask, the nearest picture of the model is moved towards the words. With `stream`: server-sent events `image_edit.partial_image` while it is searched for, `image_edit.completed` and `error`.
         */
        post: operations["createImageEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate pictures from words
         * @description As OpenAI's API; each picture's `seed` makes it again. With `stream`: server-sent events `image_generation.completed`, and before that `image_generation.partial_image` where pictures are upscaled; `error` says what went wrong.
         */
        post: operations["createImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/variations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vary a picture
         * @description As OpenAI's API: finds the nearest picture of the model, and others near to that.
         */
        post: operations["createImageVariation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models
         * @description As OpenAI's API; beside that, which sizes pictures of a model can have, and whether it takes prompts.
         */
        get: operations["listOpenAiModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a model
         * @description As OpenAI's API.
         */
        get: operations["getOpenAiModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name, version and extensions of the service */
        get: operations["oipServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tensors of a network; also under /versions/{version} */
        get: operations["oipModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{model}/infer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a network on tensors; also under /versions/{version}
         * @description Latents become images; with `.encoder` or `.discriminator` behind the model's name, images become latents or features. Tensors come and go as JSON, or in binary after it (`Inference-Header-Content-Length`).
         */
        post: operations["oipInfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/models/{model}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a network serves; also under /versions/{version} */
        get: operations["oipModelReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnomalyAnswer: {
            anomalous: boolean;
            /** Format: double */
            confidence: number;
            detector: string;
            /** Format: byte */
            heatMap: string;
            /** @enum {string} */
            method: "memory" | "reconstruction";
            parts?: components["schemas"]["ScoreParts"];
            /** Format: byte */
            reconstruction?: string;
            /** Format: double */
            score: number;
            /** Format: double */
            threshold: number;
        };
        AnomalyForm: {
            /**
             * @description The name of a detector, which the trainer's command `anomaly` makes
             * @example peeps
             */
            detector?: string;
            /**
             * @description The file of a picture, in base64
             * @example iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC
             */
            picture?: string;
            /**
             * Format: double
             * @description The score above which the picture is anomalous; the detector's own if left out
             */
            threshold?: number;
        };
        CandidateAnswer: {
            /** Format: double */
            blend?: number;
            /** Format: byte */
            data: string;
            /** Format: int32 */
            index: number;
            label: null | string;
            latent?: number[];
            /** Format: double */
            loss: number;
            mediaType: string;
        };
        ClassAnswer: {
            /** Format: double */
            error?: number;
            label: string;
            /** Format: byte */
            picture?: string;
            /** Format: double */
            score: number;
        };
        ClassificationAnswer: {
            data: components["schemas"]["PictureClasses"][];
            model: string;
            version: null | string;
        };
        ClassificationForm: {
            /**
             * @description What tells classes: the class whose generated picture comes nearest, of models with classes and an encoder, a probe, or sentences, which are ranked by how well they fit
             * @default synthesis
             * @enum {string}
             */
            by?: "synthesis" | "probe" | "text";
            /**
             * @description The files of pictures, in base64
             * @example [
             *       "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
             *     ]
             */
            input?: string[];
            /** @description Labels or sentences that say what may be seen, for `text`: 2 to 100 */
            labels?: string[];
            /**
             * @description The name of a model; the default one if left out
             * @example fashion
             */
            model?: string;
            /** @description The name of a probe of the model, for `probe` */
            probe?: string;
            /**
             * @description Whether to show each class's nearest picture
             * @default false
             */
            reconstructions?: boolean;
            /**
             * Format: int64
             * @description How many steps the search takes after the encoder's guess, for the three nearest classes
             * @default 0
             */
            steps?: number;
            /** @description The version of the model, for `synthesis`; the one that serves by default if left out */
            version?: string;
        };
        ConstraintForm: {
            /**
             * @description Left, top, width and height in pixels, instead of a mask
             * @example [
             *       0,
             *       0,
             *       16,
             *       16
             *     ]
             */
            box?: number[];
            /**
             * @description For warp: how many pixels to the right and down
             * @example [
             *       4,
             *       0
             *     ]
             */
            by?: number[];
            /**
             * @description For colour: the colour
             * @example #cc2222
             */
            colour?: string;
            /** @description A PNG file in base64, as large as the model's pictures: white is the part, and what is transparent is not */
            mask?: string;
            /**
             * @description colour: the part has the colour. sketch: it has edges where the mask has lines. warp: what is there is found elsewhere. keep: it stays
             * @enum {string}
             */
            type?: "colour" | "sketch" | "warp" | "keep";
            /**
             * Format: double
             * @description How much it counts beside other constraints
             * @default 1
             */
            weight?: number;
        };
        Data: {
            credit: null | string;
            licence: null | string;
            name: null | string;
            /** Format: int32 */
            pictures: number;
            source: null | string;
        };
        DeclinedAnswer: {
            precision: string;
            /** Format: double */
            psnr: number;
            /** Format: double */
            speedup: number;
        };
        DetectorAnswer: {
            data: string;
            /** Format: double */
            falseAlarmRate: number;
            /** @enum {string} */
            method: "memory" | "reconstruction";
            name: string;
            /** Format: int32 */
            pictures: number;
            /** Format: int32 */
            side: number;
            /** Format: double */
            threshold: number;
        };
        DetectorList: {
            detectors: components["schemas"]["DetectorAnswer"][];
        };
        DirectionAnswer: {
            kind: string;
            /** Format: double */
            maximum: number;
            /** Format: double */
            minimum: number;
            name: string;
            of: null | string;
            /** Format: double */
            share: number;
            title: string;
            vector?: number[];
        };
        DirectionList: {
            directions: components["schemas"]["DirectionAnswer"][];
            model: string;
            version: string;
        };
        Discriminator: {
            /** Format: int32 */
            features: number;
            /** Format: int32 */
            grid: number;
            /** Format: double */
            maxRelativeDifference: number;
            /** Format: int64 */
            step: number;
            weights: string;
        };
        DomainAnswer: {
            explanation: string;
            /** Format: double */
            meanDifference: number;
            /** Format: double */
            norm: number;
            /** @enum {string} */
            verdict: "inside" | "near" | "outside";
        };
        EditAnswer: {
            candidates: components["schemas"]["CandidateAnswer"][];
            frames: components["schemas"]["EditFrameAnswer"][];
            model: string;
            start: components["schemas"]["CandidateAnswer"] | null;
            version: string;
            warnings?: string[];
        };
        EditForm: {
            /**
             * Format: int64
             * @description How many pictures are wanted; 16 if left out, and 4 or more as time and memory allow where the model's are above 256 x 256
             */
            candidates?: number;
            /** @description What parts are to be; later ones hide earlier ones */
            constraints?: components["schemas"]["ConstraintForm"][];
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description How many pictures lead from the picture to edit, or the mean one, to the best candidate; 0 for none
             * @default 0
             */
            frames?: number;
            /** @description The name or the index of a class; if left out, that of the seed, or the best of all */
            label?: string;
            /** @description The latent of the picture to edit, instead of a seed */
            latent?: number[];
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /**
             * Format: int64
             * @description How many candidates an event `progress` shows, the best first; all if left out
             */
            previews?: number;
            /**
             * Format: double
             * @description What it costs to be far from the mean in the latent space
             * @default 0.001
             */
            prior?: number;
            /** @description What all pictures are to show, in a few words, for models whose card has `text` */
            prompt?: string;
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description Decides which latents are sampled
             * @default 0
             */
            searchSeed?: number;
            /**
             * Format: int64
             * @description The seed of the picture to edit; from nothing if neither seed nor latent is given
             */
            seed?: number;
            /**
             * Format: double
             * @description What it costs to be far from the picture to edit in the latent space
             * @default 0.1
             */
            smoothness?: number;
            /**
             * Format: int64
             * @description Among how many latents the search begins; at least as many as candidates
             * @default 64
             */
            starts?: number;
            /**
             * Format: int64
             * @description How many steps each candidate takes
             * @default 25
             */
            steps?: number;
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /** @description What the picture is moved towards, in a few words: it keeps its latent, and candidates go ever further from prompt, or from no words */
            toPrompt?: string;
            /**
             * Format: double
             * @description Psi: scales the latents that are sampled, from 0 to 1 for full variety
             * @default 1
             */
            truncation?: number;
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
        };
        EditFrameAnswer: {
            /** Format: byte */
            data: string;
            /** Format: int32 */
            index: number;
            latent: number[];
            mediaType: string;
        };
        EditProgressAnswer: {
            candidates: components["schemas"]["CandidateAnswer"][];
            /** Format: int32 */
            step: number;
            /** Format: int32 */
            steps: number;
        };
        Embedding: {
            embedding: number[];
            /** Format: int32 */
            index: number;
            /** @enum {string} */
            object: "embedding";
        };
        EncodedPicture: {
            /** Format: byte */
            data: string;
            mediaType: string;
        };
        Encoder: {
            command: string;
            data: null | string;
            /** Format: double */
            drawnPsnr: number;
            /** Format: double */
            maxAbsoluteDifference: number;
            network: string;
            /** Format: double */
            realPsnr: null | number;
            /** Format: int64 */
            seed: number;
            /** Format: int64 */
            steps: number;
        };
        ErrorDetail: {
            code: null | string;
            message: string;
            param: null | string;
            /** @enum {string} */
            type: "invalid_request_error" | "rate_limit_error" | "server_error";
        };
        ExampleForm: {
            label?: string;
            picture?: string;
        };
        FeatureAnswer: {
            data: components["schemas"]["Embedding"][];
            model: string;
            /** @enum {string} */
            object: "list";
            /** @enum {string} */
            space: "discriminator" | "latent" | "sentence" | "imagenet";
            version: null | string;
        };
        FeatureForm: {
            /**
             * @description The files of pictures, in base64
             * @example [
             *       "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
             *     ]
             */
            input?: string[];
            /**
             * @description The name of a model; the default one if left out. Only the space `imagenet` does not look at it
             * @example peeps
             */
            model?: string;
            /**
             * @description The space: that of the model's discriminator, the latents that its encoder guesses, what is multiplied by vectors of sentences, or that of a network trained on ImageNet, which is the same for all models
             * @default imagenet
             * @enum {string}
             */
            space?: "discriminator" | "latent" | "sentence" | "imagenet";
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
        };
        FrameAnswer: {
            /** Format: byte */
            data: string;
            /** Format: int32 */
            index: number;
            label: null | string;
            mediaType: string;
        };
        GenerationAnswer: {
            model: string;
            pictures: components["schemas"]["PictureAnswer"][];
            /** Format: double */
            strength?: number;
            /** Format: int64 */
            upscale?: number;
            version: string;
            warnings?: string[];
        };
        GenerationForm: {
            /** @description How far each picture goes from prompt to toPrompt: 0 for not at all, 1 for all the way */
            blends?: number[];
            /**
             * Format: int64
             * @description How many pictures a row of a grid has; as square as may be if left out
             */
            columns?: number;
            /**
             * Format: int64
             * @description How many pictures, of consecutive seeds
             * @default 1
             */
            count?: number;
            /**
             * @description How far latents are moved, by the names that GET /models/{model}/directions lists
             * @example {
             *       "pc1": 2
             *     }
             */
            directions?: {
                [key: string]: number;
            };
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /** @description The name or the index of a class; if left out, seed modulo the number of classes */
            label?: string;
            /** @description The latent of each picture, (count, dimension), instead of seeds */
            latents?: number[][];
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description What pictures are to show, in a few words, for models whose card has `text`; GET /models/{model} has examples */
            prompt?: string;
            /** @description A prompt for each picture, instead of prompt */
            prompts?: string[];
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description The seed of the first picture; any if left out
             */
            seed?: number;
            /** @description The seed of each picture, instead of count and seed */
            seeds?: number[];
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /** @description What pictures go towards in words, from prompt, or from no words; blends say how far */
            toPrompt?: string;
            /**
             * Format: double
             * @description Psi: scales latents, from 0 for the mean picture to 1 for full variety
             * @default 1
             */
            truncation?: number;
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /**
             * @description Whether a JSON answer holds the latent of each picture, truncated
             * @default false
             */
            withLatents?: boolean;
        };
        ImageData: {
            /** Format: byte */
            b64_json?: string;
            /** Format: int64 */
            seed: number;
            url?: string;
        };
        ImageEditForm: {
            /**
             * @description Pictures are never transparent
             * @default auto
             * @enum {string}
             */
            background?: "auto" | "opaque";
            /**
             * Format: binary
             * @description The picture: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken
             */
            image: string;
            /**
             * Format: binary
             * @description A picture of the same size: where it is transparent, the picture is made anew under the words, and the rest stays
             */
            mask?: string;
            /**
             * @description The name of a model; if left out, one that takes prompts where there is a prompt
             * @example peeps-text
             */
            model?: string;
            /**
             * Format: int64
             * @description How many pictures
             * @default 1
             */
            n?: number;
            /**
             * Format: int64
             * @description The quality of JPEG, 90 if left out, and of WebP, which is written without loss at 100; PNG is never lossy
             */
            output_compression?: number;
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            output_format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description How many previews events show of each picture at most
             * @default 0
             */
            partial_images?: number;
            /**
             * @description What pictures are to show, in a few words; empty for whatever comes
             * @example a bald man with glasses
             */
            prompt?: string;
            /**
             * @description url: where the picture is to be found, as long as its model serves
             * @default b64_json
             * @enum {string}
             */
            response_format?: "b64_json" | "url";
            /**
             * Format: int64
             * @description Decides which pictures come, one after the other; any if left out. Not of OpenAI's API
             * @example 7
             */
            seed?: number;
            /**
             * @description Width and height: those of the model's pictures, or 2 or 4 times as many pixels; auto for the former
             * @default auto
             */
            size?: string;
            /**
             * @description Whether to answer with events
             * @default false
             */
            stream?: boolean;
            /** @description Is not read */
            user?: string;
        };
        ImageEvent: {
            /** Format: byte */
            b64_json: string;
            /** @enum {string} */
            background: "opaque";
            /** Format: int64 */
            created_at: number;
            output_format: string;
            /** Format: int64 */
            partial_image_index?: number;
            /** @enum {string} */
            quality: "auto";
            /** Format: int64 */
            seed?: number;
            size: string;
            type: string;
            usage?: components["schemas"]["Usage"];
        };
        ImageForm: {
            /**
             * @description Pictures are never transparent
             * @default auto
             * @enum {string}
             */
            background?: "auto" | "opaque";
            /**
             * @description The name of a model; if left out, one that takes prompts where there is a prompt
             * @example peeps-text
             */
            model?: string;
            /**
             * Format: int64
             * @description How many pictures
             * @default 1
             */
            n?: number;
            /**
             * Format: int64
             * @description The quality of JPEG, 90 if left out, and of WebP, which is written without loss at 100; PNG is never lossy
             */
            output_compression?: number;
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            output_format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description How many previews events show of each picture at most
             * @default 0
             */
            partial_images?: number;
            /**
             * @description What pictures are to show, in a few words; empty for whatever comes
             * @example a bald man with glasses
             */
            prompt?: string;
            /**
             * @description url: where the picture is to be found, as long as its model serves
             * @default b64_json
             * @enum {string}
             */
            response_format?: "b64_json" | "url";
            /**
             * Format: int64
             * @description Decides which pictures come, one after the other; any if left out. Not of OpenAI's API
             * @example 7
             */
            seed?: number;
            /**
             * @description Width and height: those of the model's pictures, or 2 or 4 times as many pixels; auto for the former
             * @default auto
             */
            size?: string;
            /**
             * @description Whether to answer with events
             * @default false
             */
            stream?: boolean;
            /** @description Is not read */
            user?: string;
        };
        ImageShape: {
            /** Format: int32 */
            channels: number;
            /** Format: int32 */
            height: number;
            range: components["schemas"]["ValueRange"];
            /** Format: int32 */
            width: number;
        };
        ImageVariationForm: {
            /**
             * @description Pictures are never transparent
             * @default auto
             * @enum {string}
             */
            background?: "auto" | "opaque";
            /**
             * Format: binary
             * @description The picture: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken
             */
            image: string;
            /**
             * @description The name of a model; if left out, one that takes prompts where there is a prompt
             * @example peeps-text
             */
            model?: string;
            /**
             * Format: int64
             * @description How many pictures
             * @default 1
             */
            n?: number;
            /**
             * Format: int64
             * @description The quality of JPEG, 90 if left out, and of WebP, which is written without loss at 100; PNG is never lossy
             */
            output_compression?: number;
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            output_format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description How many previews events show of each picture at most
             * @default 0
             */
            partial_images?: number;
            /**
             * @description What pictures are to show, in a few words; empty for whatever comes
             * @example a bald man with glasses
             */
            prompt?: string;
            /**
             * @description url: where the picture is to be found, as long as its model serves
             * @default b64_json
             * @enum {string}
             */
            response_format?: "b64_json" | "url";
            /**
             * Format: int64
             * @description Decides which pictures come, one after the other; any if left out. Not of OpenAI's API
             * @example 7
             */
            seed?: number;
            /**
             * @description Width and height: those of the model's pictures, or 2 or 4 times as many pixels; auto for the former
             * @default auto
             */
            size?: string;
            /**
             * @description Whether to answer with events
             * @default false
             */
            stream?: boolean;
            /** @description Is not read */
            user?: string;
        };
        ImagesAnswer: {
            /** @enum {string} */
            background: "opaque";
            /** Format: int64 */
            created: number;
            data: components["schemas"]["ImageData"][];
            output_format: string;
            size: string;
        };
        InferenceAnswer: {
            id?: string;
            model_name: string;
            model_version: string;
            outputs: components["schemas"]["OutputAnswer"][];
        };
        InferenceForm: {
            /** @description Comes back with the answer */
            id?: string;
            /** @description The tensors that go in */
            inputs: components["schemas"]["InputForm"][];
            /** @description The tensors that are to come back; all if left out */
            outputs?: components["schemas"]["OutputForm"][];
            /** @description binary_data_output: whether tensors come back in binary; strength: how closely words are followed */
            parameters?: {
                [key: string]: unknown;
            };
        };
        InputForm: {
            /** @description Its elements, row by row */
            data?: unknown[];
            /** @enum {string} */
            datatype: "FP32" | "INT64" | "INT32" | "UINT8" | "BYTES";
            /** @example z */
            name: string;
            /** @description binary_data_size: how many bytes after the JSON are its own */
            parameters?: {
                [key: string]: unknown;
            };
            /**
             * @description The first dimension counts rows
             * @example [
             *       1,
             *       64
             *     ]
             */
            shape: number[];
        };
        InputTokens: {
            /** Format: int32 */
            image_tokens: number;
            /** Format: int32 */
            text_tokens: number;
        };
        InterpolationAnswer: {
            frames: components["schemas"]["FrameAnswer"][];
            model: string;
            prompts?: string[];
            seeds: number[];
            /** Format: double */
            strength?: number;
            /** Format: int64 */
            upscale?: number;
            version: string;
            warnings?: string[];
        };
        JobAnswer: {
            /** Format: date-time */
            created: string;
            /** Format: int32 */
            done: number;
            failure?: string;
            /** Format: date-time */
            finished?: string;
            id: string;
            location?: string;
            manifest?: string;
            model: null | string;
            /** Format: double */
            picturesPerSecond?: number;
            results?: components["schemas"]["ResultAnswer"][];
            /** Format: int64 */
            secondsLeft?: number;
            /** Format: int64 */
            seed?: number;
            /** Format: date-time */
            started?: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Format: int32 */
            total: number;
            version: null | string;
        };
        JobForm: {
            /**
             * @description What pictures are packed in: shards of WebDataset, or zip archives of the same files
             * @default tar
             * @enum {string}
             */
            archive?: "tar" | "zip";
            /**
             * Format: int64
             * @description How many pictures, of consecutive seeds, or frames of a walk
             */
            count?: number;
            /** @description How far latents are moved, by the names that GET /models/{model}/directions lists */
            directions?: {
                [key: string]: number;
            };
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /** @description The names or the indices of classes, which pictures take in turn; if left out, seed modulo the number of classes */
            labels?: string[];
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description What pictures are to show, in a few words each, which they take in turn; on a walk the words of the first frame, and those of the last */
            prompts?: string[];
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description The seed of the first picture; any if left out
             */
            seed?: number;
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /**
             * Format: int64
             * @description The seed of the last picture, instead of count
             */
            toSeed?: number;
            /**
             * Format: double
             * @description Psi: scales latents, from 0 for the mean picture to 1 for full variety
             * @default 1
             */
            truncation?: number;
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /** @description The way through the latent space that pictures are on, instead of seeds */
            walk?: components["schemas"]["WalkForm"];
            /**
             * Format: uri
             * @description Where to say that the job is over, at a host that the operator allows: signed as Standard Webhooks has it
             */
            webhook?: string;
        };
        JobList: {
            jobs: components["schemas"]["JobAnswer"][];
        };
        LatentSpace: {
            /** Format: int32 */
            dimension: number;
            distribution: string;
        };
        LatentWalkForm: {
            /**
             * @description The form of the answer; as Accept says if left out
             * @enum {string}
             */
            format?: "gif" | "webp" | "apng" | "png" | "json" | "zip";
            /**
             * Format: int64
             * @description The frames that an animation shows in a second
             * @default 12
             */
            fps?: number;
            /** @description The name or the index of a class; the first one if left out */
            label?: string;
            /** @description The latents to pass, (count, dimension) */
            latents?: number[][];
            /** @description Whether to return to where the walk began, which it does not if left out. An animation plays for ever unless this is false */
            loop?: boolean;
            /**
             * @description The way between two latents: along the sphere, or straight
             * @default slerp
             * @enum {string}
             */
            method?: "slerp" | "linear";
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description What pictures are to show, in a few words, for models whose card has `text`; with toPrompt those of the first frame */
            prompt?: string;
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description How many frames in all
             * @default 24
             */
            steps?: number;
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /** @description What the last frame is to show, in a few words */
            toPrompt?: string;
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
        };
        Layer: {
            bias: number[];
            data: string;
            /** Format: int32 */
            pictures: number;
            weights: number[][];
        };
        ModelAnswer: {
            classes: string[];
            data: components["schemas"]["Data"] | null;
            description: null | string;
            directions: components["schemas"]["NamedDirection"][] | null;
            encoder: components["schemas"]["Encoder"] | null;
            files: {
                [key: string]: string;
            };
            image: components["schemas"]["ImageShape"];
            latent: components["schemas"]["LatentSpace"];
            licence: null | string;
            name: string;
            proof: components["schemas"]["Proof"] | null;
            quality: components["schemas"]["Quality"] | null;
            recognition: components["schemas"]["Recognition"] | null;
            serving?: components["schemas"]["ServingAnswer"];
            showcase: number[] | null;
            text: components["schemas"]["Text"] | null;
            title: string;
            training: components["schemas"]["Training"] | null;
            version: string;
            versions?: string[];
        };
        ModelList: {
            defaultModel: null | string;
            models: components["schemas"]["ModelSummary"][];
        };
        ModelSummary: {
            /** Format: int32 */
            channels: number;
            classes: string[];
            description: null | string;
            /** Format: int32 */
            height: number;
            /** Format: int32 */
            latentDimension: number;
            licence: null | string;
            name: string;
            prompts: string[];
            showcase: number[];
            title: string;
            version: string;
            versions: string[];
            /** Format: int32 */
            width: number;
        };
        NamedDirection: {
            /** Format: double */
            maximum: number;
            /** Format: double */
            minimum: number;
            name: string;
            of: string;
            title: null | string;
        };
        NetworkAnswer: {
            inputs: components["schemas"]["TensorAnswer"][];
            name: string;
            outputs: components["schemas"]["TensorAnswer"][];
            platform: string;
            versions: string[];
        };
        OipError: {
            error: string;
        };
        OpenAiError: {
            error: components["schemas"]["ErrorDetail"];
        };
        OpenAiModel: {
            /** Format: int64 */
            created: number;
            id: string;
            /** @enum {string} */
            object: "model";
            owned_by: string;
            sizes: string[];
            takes_prompts: boolean;
            title: string;
        };
        OpenAiModels: {
            data: components["schemas"]["OpenAiModel"][];
            /** @enum {string} */
            object: "list";
        };
        OutputAnswer: {
            data?: unknown[];
            datatype: string;
            name: string;
            parameters?: {
                [key: string]: unknown;
            };
            shape: number[];
        };
        OutputForm: {
            /** @example image */
            name: string;
            /** @description binary_data: whether it comes back in binary */
            parameters?: {
                [key: string]: unknown;
            };
        };
        PictureAnswer: {
            /** Format: byte */
            data: string;
            /** Format: int32 */
            index: number;
            label: null | string;
            latent?: number[];
            mediaType: string;
            prompt?: string;
            /** Format: int64 */
            seed: number | null;
        };
        PictureClasses: {
            classes: components["schemas"]["ClassAnswer"][];
            /** Format: int32 */
            index: number;
            reason?: string;
            rejected: boolean;
        };
        ProbeAnswer: {
            /** Format: date-time */
            created: string;
            /** Format: int32 */
            examples: number;
            /** Format: int32 */
            features: number;
            labels: string[];
            /** Format: double */
            leaveOneOutAccuracy: number;
            model: string;
            name: string;
            /** Format: double */
            penalty: number;
            /** @enum {string} */
            space: "discriminator" | "latent" | "sentence" | "imagenet";
            version: null | string;
        };
        ProbeForm: {
            /**
             * @description Labelled pictures: at least 2 labels
             * @example [
             *       {
             *         "label": "red",
             *         "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
             *       },
             *       {
             *         "label": "blue",
             *         "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mNgYPgPAAEDAQA2dBFAAAAAAElFTkSuQmCC"
             *       }
             *     ]
             */
            examples?: components["schemas"]["ExampleForm"][];
            /**
             * @description The name of the probe: up to 64 of a to z, 0 to 9 and dashes
             * @example red-or-blue
             */
            name?: string;
            /**
             * @description The space in which pictures are described, as for POST /features
             * @default imagenet
             * @enum {string}
             */
            space?: "discriminator" | "latent" | "sentence" | "imagenet";
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
        };
        ProbeList: {
            probes: components["schemas"]["ProbeAnswer"][];
            unreadable: string[];
        };
        /** @description What went wrong (RFC 9457). Kinds of problems may have further properties */
        ProblemDetail: {
            /** @description What it may be */
            allowed?: string;
            /** @description What went wrong this time */
            detail?: string;
            /** @description The parameter that is wrong */
            field?: string;
            /** @description The path of the request */
            instance?: string;
            /**
             * Format: int32
             * @description The status of the answer
             */
            status: number;
            /** @description The kind in words */
            title: string;
            /** @description The kind of the problem, such as urn:eidolon:problem:invalid-parameter */
            type: string;
            /** @description Its value, a text or a number */
            value?: unknown;
        };
        ProjectionAnswer: {
            domain: components["schemas"]["DomainAnswer"];
            label: null | string;
            latent: number[];
            /** Format: double */
            loss: number;
            model: string;
            picture: components["schemas"]["EncodedPicture"];
            /** Format: double */
            psnr: number;
            target: components["schemas"]["EncodedPicture"];
            version: string;
            warnings?: string[];
        };
        ProjectionForm: {
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /** @description The name or the index of the picture's class; all are tried if left out */
            label?: string;
            /**
             * @description What makes pictures alike: pixels, or also the features of a network that a model may come with
             * @default pixel
             * @enum {string}
             */
            loss?: "pixel" | "perceptual";
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /**
             * @description The file of a picture, in base64
             * @example iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC
             */
            picture?: string;
            /** @description What the picture shows, in a few words, for models whose card has `text` */
            prompt?: string;
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description Decides which latents are sampled
             * @default 0
             */
            searchSeed?: number;
            /**
             * Format: int64
             * @description How many latents begin the search; 8 if left out, or as many as memory allows where the model's pictures are large
             */
            starts?: number;
            /**
             * Format: int64
             * @description How many steps the search takes; 400 if left out, fewer for models of pictures above 256 x 256
             * @example 20
             */
            steps?: number;
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
        };
        ProjectionProgressAnswer: {
            picture: components["schemas"]["EncodedPicture"];
            /** Format: double */
            psnr: number;
            /** Format: int32 */
            step: number;
            /** Format: int32 */
            steps: number;
        };
        Proof: {
            /** Format: int32 */
            latents: number;
            /** Format: double */
            maxAbsoluteDifference: number;
            /** Format: int32 */
            maxLevelDifference: number;
            runtime: string;
            weights: string;
        };
        Quality: {
            /** Format: double */
            coverage: null | number;
            /** Format: double */
            density: null | number;
            features: string;
            featuresSha256: string;
            /** Format: double */
            frechetDistance: number;
            heldOut: boolean;
            /** Format: double */
            kernelDistance: number;
            /** Format: int32 */
            pictures: number;
            /** Format: double */
            precision: number;
            /** Format: double */
            recall: number;
            /** Format: int32 */
            samples: number;
        };
        Recognition: {
            discriminator: components["schemas"]["Discriminator"] | null;
            sentences: components["schemas"]["Sentences"] | null;
            synthesis: components["schemas"]["Synthesis"] | null;
        };
        ResultAnswer: {
            /** Format: int64 */
            bytes: number;
            href: string;
            sha256: string;
        };
        ScoreParts: {
            /** Format: double */
            features: number;
            /** Format: double */
            pixels: number;
        };
        Sentences: {
            command: string;
            data: string;
            encoder: string;
            encoderSha256: string;
            /** Format: double */
            foundCaptions: number;
            /** Format: int32 */
            heldOut: number;
            /** Format: int32 */
            pictures: number;
        };
        ServerAnswer: {
            extensions: string[];
            name: string;
            version: string;
        };
        ServingAnswer: {
            declined: components["schemas"]["DeclinedAnswer"] | null;
            device: string;
            graph: string;
            inputs: {
                [key: string]: string;
            };
            leftOut: string[];
            output: string;
            precision: string;
            /** Format: double */
            psnr: null | number;
            rewrites: string[];
            /** Format: double */
            speedup: number;
        };
        Synthesis: {
            data: null | string;
            layer: components["schemas"]["Layer"] | null;
            /** Format: int32 */
            pictures: number;
            /** Format: double */
            sharpness: number;
            /** Format: double */
            threshold: null | number;
        };
        TensorAnswer: {
            datatype: string;
            name: string;
            shape: number[];
        };
        Text: {
            captions?: string[];
            clauses?: boolean;
            encoder: string;
            encoderSha256: string;
            languages: string[];
            prompts: string[];
            vocabulary: string[];
        };
        Training: {
            command: string;
            /** Format: double */
            discriminatorLoss: number;
            /** Format: double */
            ema: number;
            /** Format: double */
            generatorLoss: number;
            /** Format: double */
            hours: number;
            /** Format: int64 */
            imagesSeen: number;
            machine: string;
            network: string;
            objective: string;
            /** Format: int64 */
            seed: number;
            /** Format: int64 */
            steps: number;
        };
        Usage: {
            /** Format: int32 */
            input_tokens: number;
            input_tokens_details: components["schemas"]["InputTokens"];
            /** Format: int32 */
            output_tokens: number;
            /** Format: int32 */
            total_tokens: number;
        };
        ValueRange: {
            /** Format: float */
            maximum: number;
            /** Format: float */
            minimum: number;
        };
        WalkForm: {
            /**
             * @description Whether to return to where the walk began
             * @default false
             */
            loop?: boolean;
            /**
             * @description The way between two seeds: along the sphere, or straight
             * @default slerp
             * @enum {string}
             */
            method?: "slerp" | "linear";
            /** @description The seeds to pass; one will do between prompts */
            seeds?: number[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    findAnomalies: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "detector": "peeps",
                 *       "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
                 *     }
                 */
                "application/json": components["schemas"]["AnomalyForm"];
                "multipart/form-data": {
                    /**
                     * @description The name of a detector, which the trainer's command `anomaly` makes
                     * @example peeps
                     */
                    detector?: string;
                    /** Format: binary */
                    picture: string;
                    /**
                     * Format: double
                     * @description The score above which the picture is anomalous; the detector's own if left out
                     */
                    threshold?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnomalyAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such detector */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    classify: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "input": [
                 *         "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
                 *       ],
                 *       "model": "fashion"
                 *     }
                 */
                "application/json": components["schemas"]["ClassificationForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassificationAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The model comes without what it takes: classes, an encoder, a gradient, or a network that reads pictures */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listDetectors: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectorList"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditAnswer"];
                    "text/event-stream": components["schemas"]["EditProgressAnswer"] | components["schemas"]["EditAnswer"] | components["schemas"]["ProblemDetail"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope edit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The model has no gradient: an operator of it has no rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    describe: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "input": [
                 *         "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
                 *       ],
                 *       "model": "peeps"
                 *     }
                 */
                "application/json": components["schemas"]["FeatureForm"];
                "multipart/form-data": {
                    /**
                     * @description The name of a model; the default one if left out. Only the space `imagenet` does not look at it
                     * @example peeps
                     */
                    model?: string;
                    picture: string[];
                    /**
                     * @description The space: that of the model's discriminator, the latents that its encoder guesses, what is multiplied by vectors of sentences, or that of a network trained on ImageNet, which is the same for all models
                     * @default imagenet
                     * @enum {string}
                     */
                    space?: "discriminator" | "latent" | "sentence" | "imagenet";
                    /**
                     * @description The version of the model; the one that serves by default if left out
                     * @example
                     */
                    version?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The model comes without the network of that space */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    generateOne: {
        parameters: {
            query?: {
                /**
                 * @description The name of a model; the default one if left out
                 * @example peeps
                 */
                model?: string;
                /**
                 * @description The seed; any if left out
                 * @example 7
                 */
                seed?: number;
                /** @description How the picture is encoded; png if left out */
                format?: "png" | "jpeg" | "webp";
                /** @description The version of the model: caches may then keep the picture for ever */
                version?: string;
                /** @description The name or the index of a class; if left out, seed modulo the number of classes */
                label?: string;
                /** @description What the picture is to show, in a few words, for models whose card has `text` */
                prompt?: string;
                /** @description How closely words are followed: 0 for not at all, 1 as in training */
                strength?: number;
                /** @description Psi: scales latents, from 0 for the mean picture to 1 for full variety */
                truncation?: number;
                /** @description The factor to enlarge by through a super-resolution network, before scale */
                upscale?: 2 | 4;
                /** @description The factor to enlarge by, to the nearest pixel */
                scale?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture, to clients that follow */
            200: {
                headers: {
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description Where the picture is */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    generate: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GenerationForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationAnswer"];
                    "application/zip": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    interpolate: {
        parameters: {
            query?: {
                /**
                 * @description The name of a model; the default one if left out
                 * @example peeps
                 */
                model?: string;
                /** @description The version of the model; the one that serves by default if left out */
                version?: string;
                /**
                 * @description The seed of the first frame; 0 if left out, where toPrompt is given
                 * @example 1
                 */
                from?: number;
                /**
                 * @description The seed of the last frame; the first one if left out, where toPrompt is given
                 * @example 5
                 */
                to?: number;
                /** @description The seeds to pass, instead of from and to */
                seeds?: number[];
                /** @description How many frames in all */
                steps?: number;
                /** @description The way between two seeds: along the sphere, or straight */
                method?: "slerp" | "linear";
                /** @description Whether to return to where the walk began, which it does not if left out. An animation plays for ever unless this is false */
                loop?: boolean;
                /** @description Psi: scales latents, from 0 for the mean picture to 1 for full variety */
                truncation?: number;
                /** @description The name or the index of a class; if left out, the first seed modulo the number of classes */
                label?: string;
                /** @description What pictures are to show, in a few words, for models whose card has `text`; with toPrompt those of the first frame */
                prompt?: string;
                /** @description What the last frame is to show, in a few words */
                toPrompt?: string;
                /** @description How closely words are followed: 0 for not at all, 1 as in training */
                strength?: number;
                /** @description The factor to enlarge by through a super-resolution network, before scale */
                upscale?: 2 | 4;
                /** @description The factor to enlarge by, to the nearest pixel */
                scale?: number;
                /** @description The frames that an animation shows in a second */
                fps?: number;
                /** @description The form of the answer; as Accept says if left out */
                format?: "gif" | "webp" | "apng" | "png" | "json" | "zip";
            };
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description How long caches may keep the answer */
                    "Cache-Control"?: string;
                    /** @description Names the answer for If-None-Match; in answers that are files */
                    ETag?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterpolationAnswer"];
                    "application/zip": string;
                    "image/apng": string;
                    "image/gif": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    interpolateLatents: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LatentWalkForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterpolationAnswer"];
                    "application/zip": string;
                    "image/apng": string;
                    "image/gif": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client, such as a UUID; up to 255 printable characters */
                "Idempotency-Key"?: string;
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobForm"];
            };
        };
        responses: {
            /** @description The job is taken */
            202: {
                headers: {
                    /** @description Where to see how far it has come */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description As many jobs wait or run as may */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There are no jobs here: eidolon.jobs.path is not set */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no room for so many pictures */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a job
                 * @example 3f0c5a52-8a0e-4c55-9a57-2a6a4f3f8f10
                 */
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a job
                 * @example 3f0c5a52-8a0e-4c55-9a57-2a6a4f3f8f10
                 */
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs no more, and its results are gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    watchJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description The id of a job
                 * @example 3f0c5a52-8a0e-4c55-9a57-2a6a4f3f8f10
                 */
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["JobAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getJobResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a job
                 * @example 3f0c5a52-8a0e-4c55-9a57-2a6a4f3f8f10
                 */
                job: string;
                /**
                 * @description The name of a file
                 * @example manifest.json
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/x-tar": string;
                    "application/zip": string;
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: {
                /** @description The version of the model; the one that serves by default if left out */
                version?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listDirections: {
        parameters: {
            query?: {
                /** @description The version of the model; the one that serves by default if left out */
                version?: string;
                /** @description Whether to show the unit vectors */
                vectors?: boolean;
            };
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectionList"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getPreview: {
        parameters: {
            query?: {
                /** @description The version of the model; the one that serves by default if left out */
                version?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listProbes: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeList"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    createProbe: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "examples": [
                 *         {
                 *           "label": "red",
                 *           "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
                 *         },
                 *         {
                 *           "label": "blue",
                 *           "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mNgYPgPAAEDAQA2dBFAAAAAAElFTkSuQmCC"
                 *         }
                 *       ],
                 *       "name": "red-or-blue"
                 *     }
                 */
                "application/json": components["schemas"]["ProbeForm"];
            };
        };
        responses: {
            /** @description The probe is there */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is a probe of that name, or there are as many as may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The model comes without the network of that space */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    deleteProbe: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
                /**
                 * @description The name of a probe
                 * @example red-or-blue
                 */
                probe: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope recognise */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getSample: {
        parameters: {
            query?: {
                /** @description The version of the model: caches may then keep the picture for ever */
                version?: string;
                /** @description The name or the index of a class; if left out, seed modulo the number of classes */
                label?: string;
                /** @description What the picture is to show, in a few words, for models whose card has `text` */
                prompt?: string;
                /** @description How closely words are followed: 0 for not at all, 1 as in training */
                strength?: number;
                /** @description Psi: scales latents, from 0 for the mean picture to 1 for full variety */
                truncation?: number;
                /** @description The factor to enlarge by through a super-resolution network, before scale */
                upscale?: 2 | 4;
                /** @description The factor to enlarge by, to the nearest pixel */
                scale?: number;
            };
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description The name of a model
                 * @example peeps
                 */
                model: string;
                /**
                 * @description The seed
                 * @example 7
                 */
                seed: number;
                /**
                 * @description How the picture is encoded: png, jpg or webp
                 * @example png
                 */
                extension: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description How long caches may keep the answer */
                    "Cache-Control"?: string;
                    /** @description Names the answer for If-None-Match; in answers that are files */
                    ETag?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description The client has the picture already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description If-Match names another picture */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    project: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "peeps",
                 *       "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC",
                 *       "steps": 20
                 *     }
                 */
                "application/json": components["schemas"]["ProjectionForm"];
                "multipart/form-data": {
                    /**
                     * @description How pictures are encoded
                     * @default png
                     * @enum {string}
                     */
                    format?: "png" | "jpeg" | "webp";
                    /**
                     * @description The name or the index of the picture's class; all are tried if left out
                     * @example
                     */
                    label?: string;
                    /**
                     * @description What makes pictures alike: pixels, or also the features of a network that a model may come with
                     * @default pixel
                     * @enum {string}
                     */
                    loss?: "pixel" | "perceptual";
                    /**
                     * @description The name of a model; the default one if left out
                     * @example peeps
                     */
                    model?: string;
                    /** Format: binary */
                    picture: string;
                    /**
                     * @description What the picture shows, in a few words, for models whose card has `text`
                     * @example
                     */
                    prompt?: string;
                    /**
                     * Format: int64
                     * @description The factor to enlarge by, to the nearest pixel
                     * @default 1
                     */
                    scale?: number;
                    /**
                     * Format: int64
                     * @description Decides which latents are sampled
                     * @default 0
                     */
                    searchSeed?: number;
                    /**
                     * Format: int64
                     * @description How many latents begin the search; 8 if left out, or as many as memory allows where the model's pictures are large
                     */
                    starts?: number;
                    /**
                     * Format: int64
                     * @description How many steps the search takes; 400 if left out, fewer for models of pictures above 256 x 256
                     * @example 20
                     */
                    steps?: number;
                    /**
                     * Format: double
                     * @description How closely words are followed: 0 for not at all, 1 as in training
                     * @default 1
                     */
                    strength?: number;
                    /**
                     * Format: int64
                     * @description The factor to enlarge by through a super-resolution network, before scale
                     * @enum {integer}
                     */
                    upscale?: 2 | 4;
                    /**
                     * @description The version of the model; the one that serves by default if left out
                     * @example
                     */
                    version?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectionAnswer"];
                    "text/event-stream": components["schemas"]["ProjectionProgressAnswer"] | components["schemas"]["ProjectionAnswer"] | components["schemas"]["ProblemDetail"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope edit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The model has no gradient: an operator of it has no rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The time of X-Request-Timeout was over before the answer was ready */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    createImageEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["ImageEditForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagesAnswer"];
                    "text/event-stream": components["schemas"]["ImageEvent"] | components["schemas"]["OpenAiError"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The key is for something else; this needs the scope edit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The model has no gradient: an operator of it has no rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
        };
    };
    createImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ImageForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagesAnswer"];
                    "text/event-stream": components["schemas"]["ImageEvent"] | components["schemas"]["OpenAiError"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
        };
    };
    createImageVariation: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["ImageVariationForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagesAnswer"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The key is for something else; this needs the scope edit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The model has no gradient: an operator of it has no rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
        };
    };
    listOpenAiModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiModels"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
        };
    };
    getOpenAiModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a model
                 * @example peeps-text
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiModel"];
                };
            };
            /** @description A parameter is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description There is no such model */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Too many pictures wait (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
        };
    };
    oipServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerAnswer"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    oipModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A model, or a network that comes with it: peeps.encoder, peeps.discriminator
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkAnswer"];
                };
            };
            /** @description A tensor is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description There is no such network */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description Too much waits (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
        };
    };
    oipInfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description How many bytes of the body are JSON; all if left out */
                "Inference-Header-Content-Length"?: string;
                /** @description How many seconds to wait for the answer, such as 2.5; it is 504 when they are over */
                "X-Request-Timeout"?: number;
            };
            path: {
                /**
                 * @description A model, or a network that comes with it: peeps.encoder, peeps.discriminator
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InferenceForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InferenceAnswer"];
                    "application/octet-stream": string;
                };
            };
            /** @description A tensor is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The key is for something else; this needs the scope generate */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description There is no such network */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The body is larger than the service reads */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description Too much waits (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
        };
    };
    oipModelReady: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A model, or a network that comes with it: peeps.encoder, peeps.discriminator
                 * @example peeps
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A tensor is not what it may be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description There is no key, or it is not known */
            401: {
                headers: {
                    /** @description How a key is sent (RFC 6750) */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The key is for something else; this needs the scope generate or edit or recognise or jobs */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description There is no such network */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The client has asked for as much as it may (see RateLimit and Retry-After) */
            429: {
                headers: {
                    /** @description What is left of each limit, and when all of it is back */
                    RateLimit?: string;
                    /** @description The limits of the client, where it has any */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to ask again; left out where this request alone asks for too much */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description Too much waits (see Retry-After), or the model cannot be opened */
            503: {
                headers: {
                    /** @description After how many seconds to ask again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
            /** @description The answer was not ready in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OipError"];
                };
            };
        };
    };
}
