package io.eidolon.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.eidolon.image.StillFormat;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.TestRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;

@Timeout(30)
class ShardGeneratorTests {

	private static final Duration LONG = Duration.ofMinutes(10);

	private final TestRequests requests = new TestRequests(1000);

	private final JobPictures pictures = Mockito.mock();

	@AfterEach
	void close() {
		this.requests.close();
	}

	@Test
	void whatIsOnItsWayIsWaitedForNoLongerOnceOthersHaveFailed() {
		generates((some, context) -> {
			if (some.contains(0)) {
				throw new InvalidParameterException("label", 1, "another");
			}
			return context.await(new CompletableFuture<List<JobPicture>>());
		});
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> generate(LONG));
	}

	@Test
	void whatTakesTooLongTogetherIsGeneratedOneByOne() throws Exception {
		List<Integer> alone = Collections.synchronizedList(new ArrayList<>());
		generates((some, context) -> {
			if (some.size() > 1) {
				return context.await(new CompletableFuture<List<JobPicture>>());
			}
			alone.addAll(some);
			return List.of(new JobPicture(some.getFirst(), null, null, null, new byte[0]));
		});
		assertThat(generate(Duration.ofMillis(300))).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
		assertThat(alone).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).boxed().toList());
	}

	@Test
	void onePictureThatTakesTooLongIsGivenUp() {
		generates((_, context) -> context.await(new CompletableFuture<List<JobPicture>>()));
		assertThatExceptionOfType(RequestTimeoutException.class).isThrownBy(() -> generate(Duration.ofMillis(200)));
	}

	private void generates(Chunk chunk) {
		Mockito.when(this.pictures.together(any(), any())).thenReturn(4);
		Answer<List<JobPicture>> answer = (call) -> chunk.generate(call.getArgument(1), call.getArgument(2));
		Mockito.when(this.pictures.generate(any(), any(), any())).thenAnswer(answer);
	}

	/** Returns the places of the pictures as they come. */
	private List<Integer> generate(Duration patience) throws Exception {
		List<Integer> made = new ArrayList<>();
		new ShardGenerator(this.pictures, this.requests.contexts(), patience).generate(job(), new Shard(0, 0, 20),
				() -> false, (some) -> some.forEach((picture) -> made.add(picture.index())));
		return made;
	}

	private static Job job() {
		JobRequest request = new JobRequest("peeps", "1", 20, 0L, null, 1, Map.of(), List.of(), List.of(), null, null,
				null, StillFormat.PNG, Archive.TAR, null);
		return new Job("job", "client", JobState.RUNNING, request, 0, 20, null, null, Instant.EPOCH, Instant.EPOCH,
				null);
	}

	private interface Chunk {

		List<JobPicture> generate(List<Integer> some, RequestContext context);

	}

}
