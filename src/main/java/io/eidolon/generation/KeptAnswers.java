package io.eidolon.generation;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.eidolon.batching.Priority;
import io.eidolon.image.PictureEncoding;
import io.eidolon.inference.Generator;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Answer;
import io.eidolon.serving.RequestContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps finished answers for who asks for the same again, and has equal requests that
 * come at the same time wait for the first. What the seed does not decide alone, such as
 * an answer of any seeds, is made each time, and so is what nobody waits for.
 */
@Component
class KeptAnswers {

	private final @Nullable AsyncCache<Key, Answer> answers;

	KeptAnswers(AnswerProperties properties, MeterRegistry meters) {
		this.answers = (properties.kept().toBytes() > 0) ? Caffeine.newBuilder()
			.maximumWeight(properties.kept().toBytes())
			.weigher((Key _, Answer answer) -> Math.toIntExact(answer.bytes()))
			// Upkeep is done at once: to wake another thread costs more than the work.
			.executor(Runnable::run)
			.recordStats()
			.buildAsync() : null;
		if (this.answers != null) {
			CaffeineCacheMetrics.monitor(meters, this.answers, "answers");
		}
	}

	/**
	 * Returns the answer to a request, which is made unless it is kept.
	 * @param type what the answer is: requests that differ in it alone have answers of
	 * their own
	 * @param make makes the answer; throws what its caller is to see
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	<T extends Answer> T get(Class<T> type, Generator generator, GenerationRequest request, PictureEncoding format,
			RequestContext context, Supplier<T> make) {
		if (this.answers == null || !request.source().isFixed() || context.priority() == Priority.BACKGROUND) {
			return make.get();
		}
		CompletableFuture<Answer> mine = new CompletableFuture<>();
		CompletableFuture<Answer> first = this.answers
			.get(Key.of(type, generator.card(), generator.plan(), request, format), (_, _) -> mine);
		if (first != mine) {
			return ofAnother(type, first, context, make);
		}
		try {
			T made = make.get();
			mine.complete(made);
			return made;
		}
		catch (Throwable ex) {
			// The cache forgets it at once, and logs nothing: the caller hears of it.
			mine.cancel(false);
			throw ex;
		}
	}

	private static <T extends Answer> T ofAnother(Class<T> type, CompletableFuture<Answer> first,
			RequestContext context, Supplier<T> make) {
		try {
			return type.cast(context.await(first));
		}
		catch (RuntimeException ex) {
			if (first.isCompletedExceptionally()) {
				// It failed for what concerns the other alone, such as its deadline.
				return make.get();
			}
			throw ex;
		}
	}

	/**
	 * All that decides an answer, and a hash of what mostly differs: that of a card,
	 * which may be long, would be taken several times for each request.
	 */
	private record Key(int hash, Class<?> type, ModelCard card, ExecutionPlan plan, GenerationRequest request,
			PictureEncoding format) {

		static Key of(Class<?> type, ModelCard card, ExecutionPlan plan, GenerationRequest request,
				PictureEncoding format) {
			return new Key(Objects.hash(type, card.name(), card.version(), request, format), type, card, plan, request,
					format);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
