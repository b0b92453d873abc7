package io.eidolon.web.openai;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import io.eidolon.image.LossyEncoding;
import io.eidolon.latent.Seed;
import io.eidolon.web.http.EventStreams;
import io.eidolon.web.http.EventStreams.Events;
import io.eidolon.web.http.WarningHeader;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers with pictures: all at once, or as events. */
@Component
class ImageAnswers {

	private final EventStreams streams;

	private final InstantSource clock = InstantSource.system();

	ImageAnswers(EventStreams streams) {
		this.streams = streams;
	}

	/**
	 * Answers a request.
	 * @param kind what is done, as events call it
	 * @param work sends pictures to a sink
	 * @return the answer, null when it was written as events
	 */
	@Nullable ResponseEntity<Object> answer(ImageTask task, Kind kind, HttpServletResponse response, Consumer<ImageSink> work) {
		if (task.form().asksForEvents()) {
			this.streams.answer(response, (events) -> work.accept(new EventSink(task, kind, events)), "error",
					OpenAiError::of);
			return null;
		}
		ListSink sink = new ListSink(task, kind);
		work.accept(sink);
		ImagesAnswer answer = new ImagesAnswer(now(), sink.pictures, "opaque", task.form().formatName(),
				task.size().toString());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.headers(WarningHeader.of(task.form().prompts().warnings(task.card())))
			.body(answer);
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	/** What is done with pictures. */
	enum Kind {

		GENERATION("image_generation") {

			// Whoever asks for it gets the same picture.
			@Override
			String url(ImageTask task, byte[] data, Seed seed) {
				if (task.form().encoding() instanceof LossyEncoding) {
					return super.url(task, data, seed); // at no other address
				}
				ServletUriComponentsBuilder url = ServletUriComponentsBuilder.fromCurrentContextPath();
				url.path("/models/{model}/samples/{seed}.{extension}").queryParam("version", task.card().version());
				if (task.form().hasWords()) {
					url.queryParam("prompt", "{prompt}");
				}
				if (task.size().enlargement().upscale() > 1) {
					url.queryParam("upscale", task.size().enlargement().upscale());
				}
				return url.encode()
					.buildAndExpand(task.card().name(), seed.value(), task.form().format().extension(),
							task.form().prompt())
					.toUriString();
			}

		},

		EDIT("image_edit"), VARIATION("image_variation");

		private final String event;

		Kind(String event) {
			this.event = event;
		}

		/** Where a picture is to be found. */
		String url(ImageTask task, byte[] data, Seed seed) {
			return "data:%s;base64,%s".formatted(task.form().format().mediaType(),
					Base64.getEncoder().encodeToString(data));
		}

	}

	/** Gathers finished pictures. */
	private static final class ListSink implements ImageSink {

		private final List<ImagesAnswer.ImageData> pictures = new ArrayList<>();

		private final ImageTask task;

		private final Kind kind;

		ListSink(ImageTask task, Kind kind) {
			this.task = task;
			this.kind = kind;
		}

		@Override
		public void preview(int index, byte[] data) {
			// Nobody looks at it.
		}

		@Override
		public void completed(byte[] data, Seed seed) {
			this.pictures.add(this.task.form().asksForUrls()
					? new ImagesAnswer.ImageData(null, this.kind.url(this.task, data, seed), seed)
					: new ImagesAnswer.ImageData(data, null, seed));
		}

	}

	/** Sends pictures as events. */
	private final class EventSink implements ImageSink {

		private final ImageTask task;

		private final Kind kind;

		private final Events events;

		EventSink(ImageTask task, Kind kind, Events events) {
			this.task = task;
			this.kind = kind;
			this.events = events;
		}

		@Override
		public void preview(int index, byte[] data) {
			send("partial_image", data, index, null, null);
		}

		@Override
		public void completed(byte[] data, Seed seed) {
			send("completed", data, null, seed, ImageEvent.Usage.NONE);
		}

		private void send(String state, byte[] data, @Nullable Integer index, @Nullable Seed seed,
				ImageEvent.@Nullable Usage usage) {
			String type = this.kind.event + "." + state;
			this.events.send(type, new ImageEvent(type, data, now(), this.task.size().toString(), "auto", "opaque",
					this.task.form().formatName(), index, seed, usage));
		}

	}

}
