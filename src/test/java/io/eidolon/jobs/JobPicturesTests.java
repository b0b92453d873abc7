package io.eidolon.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.generation.GenerationService;
import io.eidolon.image.StillFormat;
import io.eidolon.interpolation.InterpolationService;
import io.eidolon.latent.Interpolation;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sample;
import io.eidolon.serving.ServingProperties;
import io.eidolon.serving.TestRequests;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

class JobPicturesTests {

	private final InterpolationService interpolation = Mockito.mock();

	private final List<Integer> generated = new ArrayList<>();

	@Test
	void framesOfAWalkWithLabelsInTurnAreGeneratedOnce() {
		Answer<GeneratedPictures> answer = (call) -> pictures(call.getArgument(1));
		Mockito.when(this.interpolation.frames(any(), any(), any(), any())).thenAnswer(answer);
		GenerationService generation = Mockito.mock();
		JobPictures pictures = new JobPictures(generation, this.interpolation,
				new ServingProperties(64, 120, 8, 16_383, 1 << 25, 1000L));
		try (TestRequests requests = new TestRequests(1000)) {
			RequestContext context = requests.open(TestRequests.LONG);
			List<JobPicture> made = pictures.generate(walk(), List.of(8, 9, 10, 11, 12), context);
			assertThat(made.stream().map(JobPicture::index)).containsExactly(8, 9, 10, 11, 12);
			assertThat(made.stream().map((picture) -> (int) picture.data()[0])).containsExactly(8, 9, 10, 11, 12);
		}
		assertThat(this.generated).containsExactlyInAnyOrder(8, 9, 10, 11, 12);
	}

	private GeneratedPictures pictures(List<Integer> frames) {
		this.generated.addAll(frames);
		List<GeneratedPicture> pictures = frames.stream()
			.map((frame) -> new GeneratedPicture(new Sample(0, null, null, null, new float[0]),
					new byte[] { frame.byteValue() }))
			.toList();
		GeneratedPictures answer = Mockito.mock();
		Mockito.when(answer.pictures()).thenReturn(pictures);
		return answer;
	}

	private static JobRequest walk() {
		return new JobRequest("fashion", "1", 100, null,
				new JobRequest.Walk(List.of(1L, 2L), Interpolation.SLERP, false), 1, Map.of(), List.of("Bag", "Dress"),
				List.of(), null, null, null, StillFormat.PNG, Archive.TAR, null);
	}

}
