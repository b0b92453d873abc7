package io.eidolon.training;

import java.util.Objects;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The scope of each {@link WithTensors}. */
class TensorScope implements BeforeEachCallback, AfterEachCallback {

	private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(TensorScope.class);

	@Override
	public void beforeEach(ExtensionContext context) {
		context.getStore(OWN).put(PointerScope.class, new PointerScope());
		AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithTensors.class)
			.ifPresent((test) -> torch.manual_seed(test.seed()));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Objects.requireNonNull(context.getStore(OWN).remove(PointerScope.class, PointerScope.class)).close();
	}

}
