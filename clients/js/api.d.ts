// Generated from the OpenAPI document of the service.
export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What went wrong (RFC 9457). Kinds of problems may have further properties */
        ProblemDetail: {
            /** @description The kind of the problem, such as urn:eidolon:problem:invalid-parameter */
            type: string;
            /** @description The kind in words */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer
             */
            status: number;
            /** @description What went wrong this time */
            detail?: string;
            /** @description The path of the request */
            instance?: string;
            /** @description The parameter that is wrong */
            field?: string;
            /** @description Its value, a text or a number */
            value?: unknown;
            /** @description What it may be */
            allowed?: string;
        };
        ProjectionForm: {
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /** @description The file of a picture, in base64 */
            picture?: string;
            /** @description The name or the index of the picture's class; all are tried if left out */
            label?: string;
            /** @description What the picture shows, in a few words, for models whose card has `text` */
            prompt?: string;
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /**
             * Format: int64
             * @description How many latents begin the search; 8 if left out, or as many as memory allows where the model's pictures are large
             */
            starts?: number;
            /**
             * Format: int64
             * @description How many steps the search takes
             * @default 400
             */
            steps?: number;
            /**
             * @description What makes pictures alike: pixels, or also the features of a network that a model may come with
             * @default pixel
             * @enum {string}
             */
            loss?: "pixel" | "perceptual";
            /**
             * Format: int64
             * @description Decides which latents are sampled
             * @default 0
             */
            searchSeed?: number;
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
        };
        DomainAnswer: {
            /** @enum {string} */
            verdict: "inside" | "near" | "outside";
            /** Format: double */
            meanDifference: number;
            /** Format: double */
            norm: number;
            explanation: string;
        };
        EncodedPicture: {
            mediaType: string;
            /** Format: byte */
            data: string;
        };
        ProjectionAnswer: {
            model: string;
            version: string;
            latent: number[];
            label: string | null;
            /** Format: double */
            loss: number;
            /** Format: double */
            psnr: number;
            warnings?: string[];
            domain: components["schemas"]["DomainAnswer"];
            target: components["schemas"]["EncodedPicture"];
            picture: components["schemas"]["EncodedPicture"];
        };
        ProjectionProgressAnswer: {
            /** Format: int32 */
            step: number;
            /** Format: int32 */
            steps: number;
            /** Format: double */
            psnr: number;
            picture: components["schemas"]["EncodedPicture"];
        };
        LatentWalkForm: {
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /** @description The latents to pass, (count, dimension) */
            latents?: number[][];
            /**
             * Format: int64
             * @description How many frames in all
             * @default 24
             */
            steps?: number;
            /**
             * @description The way between two latents: along the sphere, or straight
             * @default slerp
             * @enum {string}
             */
            method?: "slerp" | "linear";
            /**
             * @description Whether to return to the first latent, and play for ever
             * @default false
             */
            loop?: boolean;
            /** @description The name or the index of a class; the first one if left out */
            label?: string;
            /** @description What pictures are to show, in a few words, for models whose card has `text`; with toPrompt those of the first frame */
            prompt?: string;
            /** @description What the last frame is to show, in a few words */
            toPrompt?: string;
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
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description The frames that an animation shows in a second
             * @default 12
             */
            fps?: number;
            /**
             * @description The form of the answer; as Accept says if left out
             * @enum {string}
             */
            format?: "gif" | "webp" | "apng" | "png" | "json" | "zip";
        };
        FrameAnswer: {
            /** Format: int32 */
            index: number;
            label: string | null;
            mediaType: string;
            /** Format: byte */
            data: string;
        };
        InterpolationAnswer: {
            model: string;
            version: string;
            seeds: number[];
            prompts?: string[];
            /** Format: double */
            strength?: number;
            /** Format: int64 */
            upscale?: number;
            warnings?: string[];
            frames: components["schemas"]["FrameAnswer"][];
        };
        GenerationForm: {
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /**
             * Format: int64
             * @description How many pictures, of consecutive seeds
             * @default 1
             */
            count?: number;
            /**
             * Format: int64
             * @description The seed of the first picture; any if left out
             */
            seed?: number;
            /** @description The seed of each picture, instead of count and seed */
            seeds?: number[];
            /** @description The latent of each picture, (count, dimension), instead of seeds */
            latents?: number[][];
            /**
             * Format: double
             * @description Psi: scales latents, from 0 for the mean picture to 1 for full variety
             * @default 1
             */
            truncation?: number;
            /**
             * @description How far latents are moved, by the names that GET /models/{model}/directions lists
             * @example {
             *       "pc1": 2
             *     }
             */
            directions?: {
                [key: string]: number;
            };
            /** @description The name or the index of a class; if left out, seed modulo the number of classes */
            label?: string;
            /** @description What pictures are to show, in a few words, for models whose card has `text`; GET /models/{model} has examples */
            prompt?: string;
            /** @description A prompt for each picture, instead of prompt */
            prompts?: string[];
            /** @description What pictures go towards in words, from prompt, or from no words; blends say how far */
            toPrompt?: string;
            /** @description How far each picture goes from prompt to toPrompt: 0 for not at all, 1 for all the way */
            blends?: number[];
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
            /**
             * Format: int64
             * @description How many pictures a row of a grid has; as square as may be if left out
             */
            columns?: number;
            /**
             * @description Whether a JSON answer holds the latent of each picture, truncated
             * @default false
             */
            withLatents?: boolean;
        };
        GenerationAnswer: {
            model: string;
            version: string;
            /** Format: double */
            strength?: number;
            /** Format: int64 */
            upscale?: number;
            warnings?: string[];
            pictures: components["schemas"]["PictureAnswer"][];
        };
        PictureAnswer: {
            /** Format: int32 */
            index: number;
            /** Format: int64 */
            seed: number | null;
            label: string | null;
            prompt?: string;
            mediaType: string;
            /** Format: byte */
            data: string;
            latent?: number[];
        };
        FeatureForm: {
            /**
             * @description The name of a model; the default one if left out. Only the spaces `discriminator` and `latent` look at it
             * @example peeps
             */
            model?: string;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /**
             * @description The space: that of the model's discriminator, the latents that its encoder guesses, or that of a network trained on ImageNet, which is the same for all models
             * @default imagenet
             * @enum {string}
             */
            space?: "discriminator" | "latent" | "imagenet";
            /**
             * @description The files of pictures, in base64
             * @example [
             *       "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
             *     ]
             */
            input?: string[];
        };
        Embedding: {
            /** @enum {string} */
            object: "embedding";
            /** Format: int32 */
            index: number;
            embedding: number[];
        };
        FeatureAnswer: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Embedding"][];
            model: string;
            version: string | null;
            /** @enum {string} */
            space: "discriminator" | "latent" | "imagenet";
        };
        ConstraintForm: {
            /**
             * @description colour: the part has the colour. sketch: it has edges where the mask has lines. warp: what is there is found elsewhere. keep: it stays
             * @enum {string}
             */
            type?: "colour" | "sketch" | "warp" | "keep";
            /** @description A PNG file in base64, as large as the model's pictures: white is the part, and what is transparent is not */
            mask?: string;
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
             * @description For colour: the colour
             * @example #cc2222
             */
            colour?: string;
            /**
             * @description For warp: how many pixels to the right and down
             * @example [
             *       4,
             *       0
             *     ]
             */
            by?: number[];
            /**
             * Format: double
             * @description How much it counts beside other constraints
             * @default 1
             */
            weight?: number;
        };
        EditForm: {
            /**
             * @description The name of a model; the default one if left out
             * @example peeps
             */
            model?: string;
            /** @description The version of the model; the one that serves by default if left out */
            version?: string;
            /**
             * Format: int64
             * @description The seed of the picture to edit; from nothing if neither seed nor latent is given
             */
            seed?: number;
            /** @description The latent of the picture to edit, instead of a seed */
            latent?: number[];
            /** @description The name or the index of a class; if left out, that of the seed, or the best of all */
            label?: string;
            /** @description What all pictures are to show, in a few words, for models whose card has `text` */
            prompt?: string;
            /** @description What the picture is moved towards, in a few words: it keeps its latent, and candidates go ever further from prompt, or from no words */
            toPrompt?: string;
            /**
             * Format: double
             * @description How closely words are followed: 0 for not at all, 1 as in training
             * @default 1
             */
            strength?: number;
            /**
             * Format: double
             * @description Psi: scales the latents that are sampled, from 0 to 1 for full variety
             * @default 1
             */
            truncation?: number;
            /** @description What parts are to be; later ones hide earlier ones */
            constraints?: components["schemas"]["ConstraintForm"][];
            /**
             * Format: int64
             * @description How many pictures are wanted; 16 if left out, or as many as memory allows where the model's are large
             */
            candidates?: number;
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
             * @description What it costs to be far from the picture to edit in the latent space
             * @default 0.1
             */
            smoothness?: number;
            /**
             * Format: double
             * @description What it costs to be far from the mean in the latent space
             * @default 0.001
             */
            prior?: number;
            /**
             * Format: int64
             * @description Decides which latents are sampled
             * @default 0
             */
            searchSeed?: number;
            /**
             * Format: int64
             * @description How many pictures lead from the picture to edit, or the mean one, to the best candidate; 0 for none
             * @default 0
             */
            frames?: number;
            /**
             * Format: int64
             * @description How many candidates an event `progress` shows, the best first; all if left out
             */
            previews?: number;
            /**
             * @description How pictures are encoded
             * @default png
             * @enum {string}
             */
            format?: "png" | "jpeg" | "webp";
            /**
             * Format: int64
             * @description The factor to enlarge by through a super-resolution network, before scale
             * @enum {integer}
             */
            upscale?: 2 | 4;
            /**
             * Format: int64
             * @description The factor to enlarge by, to the nearest pixel
             * @default 1
             */
            scale?: number;
        };
        CandidateAnswer: {
            /** Format: int32 */
            index: number;
            latent?: number[];
            label: string | null;
            /** Format: double */
            blend?: number;
            /** Format: double */
            loss: number;
            mediaType: string;
            /** Format: byte */
            data: string;
        };
        EditAnswer: {
            model: string;
            version: string;
            start: components["schemas"]["CandidateAnswer"] | null;
            warnings?: string[];
            candidates: components["schemas"]["CandidateAnswer"][];
            frames: components["schemas"]["EditFrameAnswer"][];
        };
        EditFrameAnswer: {
            /** Format: int32 */
            index: number;
            latent: number[];
            mediaType: string;
            /** Format: byte */
            data: string;
        };
        EditProgressAnswer: {
            /** Format: int32 */
            step: number;
            /** Format: int32 */
            steps: number;
            candidates: components["schemas"]["CandidateAnswer"][];
        };
        ModelList: {
            defaultModel: string | null;
            models: components["schemas"]["ModelSummary"][];
        };
        ModelSummary: {
            name: string;
            version: string;
            versions: string[];
            title: string;
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            /** Format: int32 */
            channels: number;
            /** Format: int32 */
            latentDimension: number;
            classes: string[];
            prompts: string[];
            licence: string | null;
            description: string | null;
            showcase: number[];
        };
        Data: {
            name: string | null;
            source: string | null;
            licence: string | null;
            credit: string | null;
            /** Format: int32 */
            pictures: number;
        };
        Discriminator: {
            /** Format: int32 */
            features: number;
            /** Format: int32 */
            grid: number;
            /** Format: int64 */
            step: number;
            weights: string;
            /** Format: double */
            maxRelativeDifference: number;
        };
        Encoder: {
            command: string;
            network: string;
            /** Format: int64 */
            seed: number;
            /** Format: int64 */
            steps: number;
            data: string | null;
            /** Format: double */
            drawnPsnr: number;
            /** Format: double */
            realPsnr: number | null;
            /** Format: double */
            maxAbsoluteDifference: number;
        };
        ImageShape: {
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            /** Format: int32 */
            channels: number;
            range: components["schemas"]["ValueRange"];
        };
        LatentSpace: {
            /** Format: int32 */
            dimension: number;
            distribution: string;
        };
        ModelAnswer: {
            name: string;
            version: string;
            title: string;
            image: components["schemas"]["ImageShape"];
            latent: components["schemas"]["LatentSpace"];
            classes: string[];
            licence: string | null;
            data: components["schemas"]["Data"] | null;
            training: components["schemas"]["Training"] | null;
            proof: components["schemas"]["Proof"] | null;
            quality: components["schemas"]["Quality"] | null;
            encoder: components["schemas"]["Encoder"] | null;
            recognition: components["schemas"]["Recognition"] | null;
            text: components["schemas"]["Text"] | null;
            directions: components["schemas"]["NamedDirection"][] | null;
            description: string | null;
            showcase: number[] | null;
            files: {
                [key: string]: string;
            };
            serving?: components["schemas"]["ServingAnswer"];
            versions?: string[];
        };
        NamedDirection: {
            name: string;
            title: string | null;
            of: string;
            /** Format: double */
            minimum: number;
            /** Format: double */
            maximum: number;
        };
        Proof: {
            runtime: string;
            /** Format: int32 */
            latents: number;
            /** Format: double */
            maxAbsoluteDifference: number;
            weights: string;
            /** Format: int32 */
            maxLevelDifference: number;
        };
        Quality: {
            features: string;
            featuresSha256: string;
            /** Format: int32 */
            samples: number;
            /** Format: int32 */
            pictures: number;
            heldOut: boolean;
            /** Format: double */
            frechetDistance: number;
            /** Format: double */
            kernelDistance: number;
            /** Format: double */
            precision: number;
            /** Format: double */
            recall: number;
            /** Format: double */
            density: number | null;
            /** Format: double */
            coverage: number | null;
        };
        Recognition: {
            discriminator: components["schemas"]["Discriminator"] | null;
        };
        ServingAnswer: {
            graph: string;
            rewrites: string[];
            /** Format: double */
            speedup: number;
            precision: string;
            /** Format: double */
            psnr: number | null;
            device: string;
            inputs: {
                [key: string]: string;
            };
            output: string;
            leftOut: string[];
        };
        Text: {
            encoder: string;
            encoderSha256: string;
            languages: string[];
            prompts: string[];
            vocabulary: string[];
        };
        Training: {
            command: string;
            network: string;
            objective: string;
            /** Format: int64 */
            seed: number;
            /** Format: int64 */
            steps: number;
            /** Format: int64 */
            imagesSeen: number;
            /** Format: double */
            hours: number;
            machine: string;
            /** Format: double */
            ema: number;
            /** Format: double */
            discriminatorLoss: number;
            /** Format: double */
            generatorLoss: number;
        };
        ValueRange: {
            /** Format: float */
            minimum: number;
            /** Format: float */
            maximum: number;
        };
        DirectionAnswer: {
            name: string;
            kind: string;
            title: string;
            of: string | null;
            /** Format: double */
            share: number;
            /** Format: double */
            minimum: number;
            /** Format: double */
            maximum: number;
            vector?: number[];
        };
        DirectionList: {
            model: string;
            version: string;
            directions: components["schemas"]["DirectionAnswer"][];
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
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
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
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationAnswer"];
                    "image/png": string;
                    "image/jpeg": string;
                    "image/webp": string;
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
                /** @description Whether to return to the first seed, and play for ever */
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
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description Names the answer for If-None-Match; in answers that are files */
                    ETag?: string;
                    /** @description How long caches may keep the answer */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/gif": string;
                    "image/webp": string;
                    "image/apng": string;
                    "image/png": string;
                    "application/json": components["schemas"]["InterpolationAnswer"];
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
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/gif": string;
                    "image/webp": string;
                    "image/apng": string;
                    "image/png": string;
                    "application/json": components["schemas"]["InterpolationAnswer"];
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
                "multipart/form-data": {
                    /** Format: binary */
                    picture: string;
                    model?: string;
                    version?: string;
                    label?: string;
                    prompt?: string;
                    /** Format: double */
                    strength?: number;
                    /** Format: int64 */
                    starts?: number;
                    /** Format: int64 */
                    steps?: number;
                    /** @enum {string} */
                    loss?: "pixel" | "perceptual";
                    /** Format: int64 */
                    searchSeed?: number;
                    /** @enum {string} */
                    format?: "png" | "jpeg" | "webp";
                    /** Format: int64 */
                    upscale?: number;
                    /** Format: int64 */
                    scale?: number;
                };
                "application/json": components["schemas"]["ProjectionForm"];
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
                "multipart/form-data": {
                    picture: string[];
                    model?: string;
                    version?: string;
                    /** @enum {string} */
                    space?: "discriminator" | "latent" | "imagenet";
                };
                "application/json": components["schemas"]["FeatureForm"];
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
            /** @description Accept allows none of the answer's forms */
            406: {
                headers: {
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
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
                    /** @description Names the answer for If-None-Match; in answers that are files */
                    ETag?: string;
                    /** @description How long caches may keep the answer */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
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
                    /** @description The seeds, as 7 or 7, 8; left out where latents were given */
                    "Eidolon-Seed"?: string;
                    /** @description What the client should know of its words; left out when nothing is */
                    "Eidolon-Warning"?: string;
                    /** @description The version of its weights, in answers that are files */
                    "Eidolon-Version"?: string;
                    /** @description The name of the model that generated it, in answers that are files */
                    "Eidolon-Model"?: string;
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
}
