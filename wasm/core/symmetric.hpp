#pragma once

#include "core/eigen.hpp"

namespace descent {

/// Turns a symmetric matrix until only its diagonal, the eigenvalues, is left: the cyclic Jacobi
/// method (Golub and Van Loan, "Matrix Computations", 4th ed., section 8.5). Short, and as accurate
/// as any for the small Hessians looked at here. `vectors`, where given, comes out with an orthonormal
/// eigenvector per column, in the order of the diagonal.
void diagonalise(Matrix<double>& a, Matrix<double>* vectors = nullptr);

}  // namespace descent
