package io.eidolon.inference.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.CanonicalForm;
import io.eidolon.graph.canonical.GeneratorPorts;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.ImagePort;
import io.eidolon.graph.canonical.OutputRange;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.modelcard.CardDraft;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.PortNames;

/**
 * A model as it was read: understood, but not run yet.
 *
 * @param source where its files are
 * @param draft what its card says
 * @param ports what its graph takes and gives
 * @param graph its graph in the canonical form
 */
public record CanonicalModel(ModelSource source, CardDraft draft, GeneratorPorts ports, OnnxGraph graph) {

	/** Memory that a batch may take, whatever size is set. */
	private static final long MAX_BATCH_BYTES = GeneratorPorts.MAX_BYTES;

	/**
	 * Reads a model.
	 * @throws InvalidGraphException when its graph is not sound or no generator
	 * @throws InvalidModelCardException when its card cannot be read, or a file is not
	 * the one that the card names
	 */
	public static CanonicalModel read(ModelSource source) {
		CardDraft draft = CardDraft.read(source.folder());
		draft.verifyFiles();
		Hints hints = hints(draft);
		OnnxGraph graph = CanonicalForm.upgraded(OnnxGraph.read(source.graph(), source.folder()), hints);
		GeneratorPorts ports = GeneratorPorts.of(graph, hints, new MeasuringRun());
		return new CanonicalModel(source, draft, ports, CanonicalForm.of(graph, ports));
	}

	private static Hints hints(CardDraft draft) {
		return new Hints(draft.integer("/latent/dimension"), draft.size("/classes"), draft.integer("/image/width"),
				draft.integer("/image/height"), draft.integer("/image/channels"), draft.texts("/inputs"),
				draft.text("/output").orElse(null));
	}

	/** The same model, generating one image in a run. */
	public CanonicalModel oneByOne() {
		return new CanonicalModel(this.source, this.draft, this.ports.oneByOne(), CanonicalForm.oneByOne(this.graph));
	}

	/** How many images a run generates at most, of so many that are wanted. */
	public int maxBatch(int wanted) {
		long fitting = MAX_BATCH_BYTES / Math.max(1, this.ports.bytes());
		return this.ports.batches() ? Math.clamp(fitting, 1, wanted) : 1;
	}

	/**
	 * The range of images: what its operators tell, else what images suggest.
	 * @param probe generates some
	 */
	public ValueRange range(Supplier<GeneratorProbe> probe) {
		OutputRange bounds = OutputRange.of(this.graph);
		return bounds.range().orElseGet(() -> probe.get().range(bounds));
	}

	/**
	 * The card, with what it does not say filled in; a few images are generated where
	 * only they can tell.
	 * @throws InvalidModelException when the card contradicts the graph
	 * @throws InvalidModelCardException when a field of it is out of range
	 */
	public ModelCard card() {
		return card(range(() -> {
			try (GeneratorSession session = GeneratorSession.open(this.source.graph().toString(), this.graph,
					Device.CPU)) {
				return GeneratorProbe.of(session, this.ports.latent().dimension(), this.ports.classes(), false);
			}
		}));
	}

	/**
	 * The card, with what it does not say filled in.
	 * @param range the range of images, unless the card says so
	 * @throws InvalidModelException when the card contradicts the graph
	 * @throws InvalidModelCardException when a field of it is out of range
	 */
	public ModelCard card(ValueRange range) {
		Map<String, String> files = ModelDigests.of(this.source);
		String version = (this.source.version() != null) ? this.source.version()
				: "sha-" + ModelDigests.version(files, this.draft.file());
		ImagePort picture = this.ports.image();
		List<String> classes = IntStream.range(0, this.ports.classes()).mapToObj(Integer::toString).toList();
		ModelCard card = this.draft.complete(new ModelCard(this.source.slug(), version, this.source.name(),
				new ImageShape(picture.width(), picture.height(), picture.channels(), range),
				new LatentSpace(this.ports.latent().dimension(), LatentSpace.STANDARD_NORMAL), classes, null, null,
				null, null, null, null, null, files));
		agree("image.width", card.image().width(), picture.width());
		agree("image.height", card.image().height(), picture.height());
		agree("image.channels", card.image().channels(), picture.channels());
		agree("latent.dimension", card.latent().dimension(), this.ports.latent().dimension());
		agree("the number of classes", card.classes().size(), this.ports.classes());
		if (card.text() != null && this.ports.sentence() == null) {
			throw new InvalidModelException("%s: text must be left out, as the graph %s takes no %s"
				.formatted(this.draft.file(), fileName(), PortNames.SENTENCE));
		}
		return card;
	}

	/** What the file's inputs and outputs were taken for. */
	public ExecutionPlan.Ports named() {
		return new ExecutionPlan.Ports(this.ports.roles(), this.ports.image().output(), this.ports.others());
	}

	/** The file of the graph, for errors. */
	public Path file() {
		return this.source.graph();
	}

	private void agree(String field, int said, int found) {
		if (said != found) {
			throw new InvalidModelException("%s: %s (%s) must be %s, as in the graph %s".formatted(this.draft.file(),
					field, said, found, fileName()));
		}
	}

	private String fileName() {
		return String.valueOf(this.source.graph().getFileName());
	}

}
