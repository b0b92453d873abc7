package io.eidolon.serving;

import java.util.List;
import java.util.Map;

import io.eidolon.image.DigitalSourceType;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

import static org.assertj.core.api.Assertions.assertThat;

class ProvenanceSettingTests {

	@Test
	void whereItIsSwitchedOffPicturesKeepTheirTextsAlone() {
		ImageOrigin origin = ImageOrigin.uploaded(card()).composite();
		assertThat(provenance(true).of(origin).source())
			.isEqualTo(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
		assertThat(provenance(false).of(origin).source()).isNull();
		assertThat(provenance(false).of(origin).entries()).isEqualTo(provenance(true).of(origin).entries())
			.containsEntry("model", "tiny");
	}

	@Test
	void entityTagsDependOnIt() {
		assertThat(provenance(true).constants()).isNotEqualTo(provenance(false).constants());
	}

	private static Provenance provenance(boolean digitalSourceType) {
		return new Provenance(new ProvenanceProperties(digitalSourceType),
				new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));
	}

	private static ModelCard card() {
		return new ModelCard("tiny", "1", "Tiny", new ImageShape(8, 8, 1, ValueRange.TANH),
				new LatentSpace(4, LatentSpace.STANDARD_NORMAL), List.of(), null, null, null, null, null, null, null,
				Map.of());
	}

}
