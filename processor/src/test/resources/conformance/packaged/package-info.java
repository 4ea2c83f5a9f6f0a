@Migratable
@SequenceGenerator(name = "of_package", sequenceName = "package_seq", allocationSize = 2)
package conformance.packaged;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.SequenceGenerator;
