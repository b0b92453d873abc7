package io.eidolon.web.generate;

import java.util.List;
import java.util.Map;

import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.GenerationService;
import io.eidolon.generation.LatentSource;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompt;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContexts;
import io.eidolon.serving.Sample;
import io.eidolon.web.http.WireTypeModule;
import io.eidolon.web.server.ErrorFormats;
import io.eidolon.web.server.Refusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

@WebMvcTest(GenerationController.class)
@Import({ WireTypeModule.class, SimpleMeterRegistry.class, Refusals.class, ErrorFormats.class })
class GenerationControllerTests {

	private static final ModelCard CARD = new ModelCard("peeps", "1", "Peeps", new ImageShape(1, 1, 1, ValueRange.TANH),
			new LatentSpace(2, LatentSpace.STANDARD_NORMAL), List.of(), null, null, null, null, null, null, null,
			Map.of());

	private static final ExecutionPlan FORM = new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 1, Precision.FLOAT32,
			null, "cpu");

	@Autowired
	MockMvcTester mvc;

	@MockitoBean
	GenerationService generation;

	@MockitoBean
	RequestContexts contexts;

	@Test
	void everyPropertyReachesTheRequest() {
		given(this.generation.pictures(any(), any(), any())).willReturn(new GeneratedPictures(CARD, FORM, List
			.of(new GeneratedPicture(new Sample(0, new Seed(9), null, "a man", new float[] { 0.5f }), new byte[3]))));
		assertThat(
				post("""
						{"model": "peeps", "version": "1", "seeds": [9, 4294967295], "truncation": 0.5, "directions": {"pc1": -1.5}, "label": 3,
						 "prompts": [" a  man\\n", "a\\u200d dog"], "strength": 0.5, "format": "webp",
						 "scale": 2, "columns": 1}"""))
			.hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo(
					"""
							{"model": "peeps", "version": "1", "strength": 0.5, "pictures":
							 [{"index": 0, "seed": 9, "label": null, "prompt": "a man", "mediaType": "image/webp", "data": "AAAA"}]}""");
		ArgumentCaptor<GenerationRequest> request = ArgumentCaptor.captor();
		ArgumentCaptor<StillFormat> format = ArgumentCaptor.captor();
		then(this.generation).should().pictures(request.capture(), format.capture(), any());
		assertThat(request.getValue()).isEqualTo(new GenerationRequest("peeps", "1",
				new LatentSource.Seeds(List.of(new Seed(9), new Seed(4294967295L))), new Truncation(0.5),
				Map.of("pc1", -1.5f), new Label("3"),
				new Prompts(List.of(new Prompt("prompts[0]", "a man"), new Prompt("prompts[1]", "a dog")), 0.5f),
				new Enlargement(1, 2), 1));
		assertThat(format.getValue()).isEqualTo(StillFormat.WEBP);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					{"count": "abc"}                  | count          | abc        | a whole number
					{"count": "5"}                    | count          | 5          | a whole number
					{"count": 1.5}                    | count          | 1.5        | a whole number
					{"count": null}                   | count          | null       | given or left out
					{"count": [1]}                    | count          | -          | a whole number
					{"count": 99999999999}            | count          | 99999999999| a whole number
					{"seed": -1}                      | seed           | -1         | a whole number between 0 and 4294967295
					{"seed": 4294967296}              | seed           | 4294967296 | a whole number between 0 and 4294967295
					{"seeds": [1, "x"]}               | seeds[1]       | x          | a whole number between 0 and 4294967295
					{"seeds": 1}                      | seeds          | -          | a list
					{"seeds": [1, null]}              | seeds[1]       | null       | given or left out
					{"latents": [[1, "NaN"]]}         | latents[0][1]  | NaN        | a finite number
					{"latents": 5}                    | latents        | -          | a list
					{"latents": [1]}                  | latents[0]     | -          | a list
					{"latents": [[1, [2]]]}           | latents[0][1]  | -          | a finite number
					{"latents": [[1, 1e999]]}         | latents[0][1]  | 1e999      | a finite number
					{"truncation": 2}                 | truncation     | 2          | a number between 0 and 1
					{"truncation": "NaN"}             | truncation     | NaN        | a number between 0 and 1
					{"truncation": true}              | truncation     | true       | a number between 0 and 1
					{"directions": {"pc1": "x"}}      | directions.pc1 | x          | a finite number
					{"directions": {"pc1": null}}     | directions.pc1 | null       | given or left out
					{"directions": [1]}               | directions     | -          | one JSON object
					{"label": {}}                     | label          | -          | the index or the name of a class
					{"prompt": 1}                     | prompt         | 1          | text
					{"prompts": "a man"}              | prompts        | -          | a list
					{"prompts": ["a man", null]}      | prompts[1]     | null       | given or left out
					{"prompts": []}                   | prompts        | 0 items    | one text for each picture, or left out
					{"prompt": "a", "prompts": ["b"]} | prompt         | a          | left out, as prompts are given
					{"prompts": ["a"], "count": 2}    | count          | 2          | left out or 1, the number of prompts given
					{"prompts": ["a"], "seeds": [1, 2]}| prompts       | 1 items    | 2 items, one for each picture
					{"prompt": "a", "strength": 2.5}  | strength       | 2.5        | between 0 and 2
					{"prompt": "a", "strength": "1"}  | strength       | 1          | a finite number
					{"strength": 0.5}                 | strength       | 0.5        | left out, as there is no prompt
					{"format": "bmp"}                 | format         | bmp        | one of png, jpeg, webp
					{"format": "PNG"}                 | format         | PNG        | one of png, jpeg, webp
					{"scale": "2"}                    | scale          | 2          | a whole number
					{"columns": false}                | columns        | false      | a whole number
					{"model": 3}                      | model          | 3          | text
					{"version": 1}                    | version        | 1          | text
					{"count": 0}                      | count          | 0          | between 1 and 64
					{"count": 65}                     | count          | 65         | between 1 and 64
					{"scale": 9}                      | scale          | 9          | between 1 and 8
					{"columns": 0}                    | columns        | 0          | between 1 and 64
					{"count": 3, "seeds": [1]}        | count          | 3          | left out or 1, the number of pictures given
					{"seed": 1, "seeds": [1]}         | seeds          | -          | left out, as only one of seed, seeds and latents can be given
					{"seeds": [1], "latents": [[1]]}  | seeds          | -          | left out, as only one of seed, seeds and latents can be given
					[]                                | body           | -          | one JSON object
					"text"                            | body           | -          | one JSON object
					""")
	void aProblemNamesFieldValueAndWhatIsAllowed(String body, String field, @Nullable String value, String allowed) {
		MvcTestResult result = post(body);
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:eidolon:problem:invalid-parameter");
		assertThat(result).bodyJson().extractingPath("$.field").isEqualTo(field);
		assertThat(result).bodyJson().extractingPath("$.allowed").isEqualTo(allowed);
		if (value != null) {
			assertThat(result).bodyJson().extractingPath("$.value").hasToString(value);
		}
		else {
			assertThat(result).bodyJson().doesNotHavePath("$.value");
		}
		then(this.generation).should(never()).pictures(any(), any(), any());
	}

	@Test
	void anUnknownPropertyIsNamedAmongThoseThatAreKnown() {
		MvcTestResult result = post("{\"cuont\": 3}");
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(result).bodyJson().extractingPath("$.field").isEqualTo("cuont");
		assertThat(result).bodyJson()
			.extractingPath("$.allowed")
			.asString()
			.contains("count, directions, format, label");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{
			{"count": 1, "count": 2}
			{"count": NaN}
			{'count': 1}
			{"count": 01}
			""")
	void whatIsNotJsonIsMalformed(String body) {
		MvcTestResult result = post(body);
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:eidolon:problem:malformed-body");
		assertThat(result).bodyJson().extractingPath("$.detail").asString().contains("line 1, column");
	}

	@Test
	void halvesOfCharactersAreAnsweredWithWhatCanBeSent() {
		MvcTestResult result = post("{\"format\": \"\\ud800\"}");
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(result).bodyJson().extractingPath("$.value").isEqualTo("?");
	}

	@Test
	void whatIsUnexpectedIsLoggedAndNotTold() {
		given(this.generation.pictures(any(), any(), any())).willThrow(new IllegalStateException("a secret"));
		MvcTestResult result = post("{}");
		assertThat(result).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyText().doesNotContain("secret", "Exception");
	}

	private MvcTestResult post(String body) {
		return this.mvc.post().uri("/generate").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

}
