package io.eidolon.directions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.eidolon.inference.Generator;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.registry.Lease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;

@Timeout(30)
class DirectionFinderTests {

	private static final int LONG_MILLIS = 20_000;

	private static final Supplier<ModelSource> SOURCE = () -> new ModelSource(Path.of("tiny"),
			Path.of("tiny/generator.onnx"), "tiny", "1");

	private final Generator generator = mock();

	private final Lease lease = mock();

	private final Lease own = mock();

	private final CompletableFuture<byte[]> image = new CompletableFuture<>();

	private final DirectionFinder finder = new DirectionFinder();

	@BeforeEach
	void leaseAGeneratorThatIsBusy() {
		ModelCard card = new ModelCard("tiny", "1", "Tiny", new ImageShape(2, 2, 1, ValueRange.TANH),
				new LatentSpace(2, LatentSpace.STANDARD_NORMAL), List.of(), null, null, null, null, null, null, null,
				Map.of());
		given(this.generator.card()).willReturn(card);
		given(this.generator.generateAll(anyList())).willAnswer(
				(call) -> Stream.generate(() -> this.image).limit(call.<List<?>>getArgument(0).size()).toList());
		given(this.lease.generator()).willReturn(this.generator);
		given(this.lease.another()).willReturn(this.own);
		given(this.own.generator()).willReturn(this.generator);
	}

	@Test
	void theGeneratorStaysLeasedUntilItIsNoLongerUsed() {
		CompletableFuture<Directions> found = this.finder.find(this.lease, SOURCE);
		// Whoever asked has gone.
		found.cancel(false);
		this.lease.close();
		then(this.generator).should(timeout(LONG_MILLIS)).generateAll(anyList());
		then(this.own).should(never()).close();
		this.image.completeExceptionally(new IllegalStateException("closed"));
		then(this.own).should(timeout(LONG_MILLIS)).close();
	}

	@Test
	void allWhoAskMeanwhileWaitForTheSameAndTheNextStartsAnew() {
		CompletableFuture<Directions> first = this.finder.find(this.lease, SOURCE);
		CompletableFuture<Directions> second = this.finder.find(this.lease, SOURCE);
		first.cancel(false);
		assertThat(second).isNotDone();
		then(this.lease).should().another();
		this.image.completeExceptionally(new IllegalStateException("broken"));
		assertThat(second).failsWithin(Duration.ofMillis(LONG_MILLIS))
			.withThrowableThat()
			.withRootCauseInstanceOf(IllegalStateException.class);
		this.finder.find(this.lease, SOURCE);
		then(this.lease).should(times(2)).another();
	}

}
