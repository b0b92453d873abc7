package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.eidolon.jobs.JobEngine.OpenEngine;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.RequestContext;

import org.springframework.stereotype.Component;

/**
 * Decides whether a job may begin: that its first picture can be generated, and that
 * there is room for all of them.
 */
@Component
class JobAdmission {

	private static final Bounds ITEMS = new Bounds(0, 1000);

	/** What single requests call otherwise. */
	private static final Map<String, String> NAMES = Map.of("label", "labels", "steps", "count", "seeds", "walk.seeds");

	/** What an archive adds to a picture: headers, and what it was generated from. */
	private static final long BYTES_BESIDE = 2048;

	private final JobPictures pictures;

	private final JobProperties properties;

	private final RandomGenerator random;

	JobAdmission(JobPictures pictures, JobProperties properties, RandomGenerator random) {
		this.pictures = pictures;
		this.properties = properties;
		this.random = random;
	}

	/** Generates the first picture of a job, unless something is in its way already. */
	GeneratedPictures tryOut(JobRequest asked, OpenEngine open, RequestContext context) {
		check(asked);
		if (asked.webhook() != null) {
			open.webhook().check(asked.webhook());
		}
		checkCount(open.jobs(), context.client());
		return first(asked, context);
	}

	/**
	 * Returns the job of a request, in which nothing is left out any more. No other must
	 * be admitted meanwhile.
	 * @param first its first picture
	 */
	Job admit(JobRequest asked, GeneratedPictures first, OpenEngine open, RequestContext context) {
		ModelCard card = first.card();
		checkCount(open.jobs(), context.client());
		checkRoom(open, bytes(asked, first));
		context.spend(costOfOthers(asked, card));
		long seed = (asked.seed() != null) ? asked.seed() : this.random.nextLong(Seed.MAX - asked.total() + 2);
		return new Job(UUID.randomUUID().toString(), context.client(), JobState.WAITING,
				asked.completed(card.name(), card.version(), seed), 0, this.properties.shardSize(), card.licence(),
				null, Instant.now(), null, null);
	}

	/** How many bytes the results of a job are going to take, roughly. */
	long bytes(JobRequest asked, GeneratedPictures first) {
		return asked.total() * (first.pictures().getFirst().data().length + BYTES_BESIDE);
	}

	/** That of all pictures but the first, which has been paid for. */
	private static long costOfOthers(JobRequest asked, ModelCard card) {
		long pixels = Enlargement.of(asked.upscale(), asked.scale()).pixels(card.image());
		long others = asked.total() - 1;
		return (others <= Long.MAX_VALUE / pixels) ? others * pixels : Long.MAX_VALUE;
	}

	private GeneratedPictures first(JobRequest asked, RequestContext context) {
		try {
			GeneratedPictures first = this.pictures.first(asked, context);
			asked.labels().forEach((label) -> new Label(label).condition(first.card()));
			return first;
		}
		catch (InvalidParameterException ex) {
			String parameter = NAMES.getOrDefault(ex.parameter(), ex.parameter());
			throw new InvalidParameterException(parameter, ex.value(), ex.allowed());
		}
	}

	private void check(JobRequest asked) {
		Bounds pictures = this.properties.pictures();
		pictures.check("count", asked.total());
		if (asked.walk() != null) {
			new Bounds(2, pictures.maximum()).check("count", asked.total());
		}
		ITEMS.checkItems("labels", asked.labels().size());
		ITEMS.checkItems("prompts", asked.prompts().size());
		for (int i = 0; i < asked.prompts().size(); i++) {
			if (asked.prompts().get(i).isBlank()) {
				throw new InvalidParameterException("prompts[%s]".formatted(i), asked.prompts().get(i), "some words");
			}
		}
		if (asked.seed() != null) {
			new Bounds(Seed.MIN, Seed.MAX - asked.total() + 1).check("seed", asked.seed());
		}
	}

	private void checkCount(JobTable jobs, String client) {
		if (jobs.unfinished() >= this.properties.maxUnfinished()) {
			throw new TooManyJobsException(this.properties.maxUnfinished(), "of all clients");
		}
		if (jobs.unfinished(client) >= this.properties.maxPerClient()) {
			throw new TooManyJobsException(this.properties.maxPerClient(), "of this client");
		}
	}

	private void checkRoom(OpenEngine open, long bytes) {
		try {
			long allowed = this.properties.maxBytes().toBytes() - open.shards().bytes();
			long there = Math.min(allowed, open.results().free() - this.properties.minFree().toBytes());
			long free = Math.max(0, there - open.jobs().bytesToCome());
			if (bytes > free) {
				throw new NoRoomException(bytes, free);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
