@Nationalized
@NamedEntityGraph(root = Thing.class, graph = "name")
@EmbeddableInstantiatorRegistration(embeddableClass = Part.class, instantiator = Parts.class)
package conformance.package_annotations;

import org.hibernate.annotations.EmbeddableInstantiatorRegistration;
import org.hibernate.annotations.NamedEntityGraph;
import org.hibernate.annotations.Nationalized;
