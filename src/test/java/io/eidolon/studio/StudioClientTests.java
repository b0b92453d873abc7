package io.eidolon.studio;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The client in {@code clients/js}, in a browser. */
class StudioClientTests extends StudioBrowser {

	@Test
	void itGeneratesHearsEventsAndHangsUp() {
		@SuppressWarnings("unchecked")
		List<Object> heard = (List<Object>) this.studio.page()
			.evaluate(
					"""
							async () => {
							  const { Eidolon, pictureAddress, result } = await import('/studio/eidolon.js');
							  const eidolon = new Eidolon(location.origin);
							  const { pictures: [picture] } = await eidolon.generate({ model: 'peeps', seed: 7 });
							  const request = { model: 'peeps', seed: 7, starts: 4, candidates: 2, steps: 4,
							    constraints: [{ type: 'colour', box: [0, 0, 8, 8], colour: '#cc2222' }] };
							  const names = new Set();
							  for await (const { name } of eidolon.edit(request)) {
							    names.add(name);
							  }
							  const { candidates } = await result(eidolon.edit(request));
							  const image = Object.assign(new Image(), { src: pictureAddress(picture) });
							  await image.decode();
							  const photo = new Blob([Uint8Array.from(atob(picture.data), (c) => c.charCodeAt(0))]);
							  const { latent } = await result(eidolon.project(photo, { model: 'peeps', steps: 2 }));
							  const controller = new AbortController();
							  const aborted = eidolon.generate({ model: 'peeps' }, { signal: controller.signal }).catch(({ name }) => name);
							  controller.abort();
							  const refused = await eidolon.generate({ model: 'peeps', count: 0 }).catch(({ type, field }) => `${type} ${field}`);
							  return [[...names].join(), candidates.length, latent.length > 0, await aborted, refused];
							}""");
		assertThat(heard).containsExactly("progress,done", 2, true, "AbortError", "invalid-parameter count");
	}

}
