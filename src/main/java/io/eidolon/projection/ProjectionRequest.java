package io.eidolon.projection;

import io.eidolon.image.PictureEncoding;
import io.eidolon.latent.Seed;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import org.jspecify.annotations.Nullable;

/**
 * A request for the latent of an image.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param picture the bytes of the picture's file
 * @param mask the bytes of a picture as large as that one, which is transparent where the
 * model is free: there, nothing is asked for; null for nowhere
 * @param label its class; without one, all are tried
 * @param prompts what it shows, in words: one prompt, or none
 * @param starts how many latents begin the search, null for as many as usual and as
 * memory allows
 * @param steps how many steps the search takes, null for as many as usual for images of
 * that size
 * @param likeness what is to be alike
 * @param seed decides which latents are sampled
 * @param format how pictures are encoded
 * @param enlargement how pictures are enlarged
 */
public record ProjectionRequest(@Nullable String model, @Nullable String version, byte[] picture,
		byte @Nullable [] mask, @Nullable Label label, Prompts prompts, @Nullable Integer starts,
		@Nullable Integer steps, Likeness likeness, Seed seed, PictureEncoding format, Enlargement enlargement) {

}
