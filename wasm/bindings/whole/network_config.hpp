#pragma once

#include <memory>
#include <string>

#include "bindings/config.hpp"
#include "data/data_set.hpp"
#include "network/initial.hpp"

namespace descent::bindings {

// What one network may be: its passes and every run's copies of its parameters must fit into memory.
inline constexpr Index most_layers = 64;
inline constexpr Index most_inputs = 65536;
inline constexpr Index most_neurons = 16384;  ///< of all layers together
inline constexpr Index most_parameters = 1000000;

/// A network and what it learns from, in whichever precision it is then made.
struct NetworkConfig {
  NetworkShape shape;
  Initial initial;                      ///< how drawn parameters are spread
  Vector<double> start;                 ///< one number per parameter
  std::shared_ptr<const DataSet> data;  ///< fits the shape
  std::string data_field;               ///< the option that the data came from
};

// Each reads the option of its name in an objective's options, such as `{ network: { ... } }`.
Result<NetworkConfig> read_network(Reader& outer);
Result<NetworkConfig> read_logistic(Reader& outer);
Result<NetworkConfig> read_softmax(Reader& outer);

/// The examples, shared with all others that learn from the same data in the same precision. Refuses
/// data that would have to be copied into a precision in which it takes too much room.
template <typename Scalar>
Result<std::shared_ptr<const Examples<Scalar>>> examples_of(const NetworkConfig& config);

template <typename Scalar>
ObjectiveOf<Scalar> make_network(const Result<NetworkConfig>& config);

/// Examples that belong to nobody else: `inputs` n x features and `targets` n x outputs, both row by row,
/// or with `classes` also one class number each, from 0 to outputs - 1, which becomes one-hot. Refuses,
/// under `path`.inputs or `path`.targets, lists that do not fit together, and more than 16,777,216 numbers.
Result<std::shared_ptr<const DataSet>> own_examples(Reader& reader, Index features, Index outputs, bool classes);

/// Refuses, under `field`, data whose features and targets are not the network's inputs and outputs. Two
/// classes also fit one output, which then tells the second from the first.
Result<bool> check_fit(const NetworkShape& shape, const DataSet& data, const std::string& field);

}  // namespace descent::bindings
